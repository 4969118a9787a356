import type { TextLine } from '../../extract/document.js';
import { labelForm } from '../text/full-width.js';
import type { ContentsEntry } from './contents.js';
import { headingNumber, tableLabel } from './headings.js';
import type { FlowItem, TextGroup } from './text-flow.js';
import { cleanTitle, isTableTitle, isTitle, runInTitle, unnumberedLevel } from './titles.js';
import { titleWords } from './words.js';

/** What a group of lines is in the tree. */
export type Reading =
  | {
      readonly as: 'heading';
      readonly level: number;
      readonly number: string;
      readonly ordinal: number | null;
      readonly title: string;
      /** The paragraph that runs on after the title; '' for none. */
      readonly text: string;
      readonly lines: readonly TextLine[];
      /** Groups used up, 2 or more when number and title, or the halves of a title, stand apart. */
      readonly used: number;
      /** A table title: below it comes a table, and it opens no part of the prose. */
      readonly table: boolean;
    }
  | { readonly as: 'paragraph'; readonly level: number | null; readonly ordinal: number | null };

/** Titles that the contents list promises without the number they may carry there, with the level they have in the body. */
export type PromisedTitles = ReadonlyMap<string, number>;

/** The titles of a contents list by label form. Where the list has no parts, its 一、 entries stand for parts (上海 budgets). */
export function promisedTitles(entries: readonly ContentsEntry[]): PromisedTitles {
  const parts = entries.some((entry) => entry.level === 1);
  const titles = new Map<string, number>();
  for (const { level, title } of entries) {
    if (level === null || level > 2 || labelForm(title).length < 4) continue;
    titles.set(bareTitle(title), level === 1 || (!parts && !isTableTitle(title)) ? 1 : 2);
  }
  return titles;
}

/** Without 部门, 单位 and years: the contents say 部门主要职能, the body 上海市…局主要职能. */
function bareTitle(title: string): string {
  let plain = labelForm(title).replace(/(?:19|20)\d\d年度?/gu, '');
  for (const word of ['本部门', '本单位', '部门', '单位']) if (plain.startsWith(word)) plain = plain.slice(word.length);
  return plain;
}

/** Reads the item at `at` as heading or paragraph, looking at what follows. */
export function readGroup(items: readonly FlowItem[], at: number, promised: PromisedTitles): Reading {
  const group = items[at];
  if (group?.kind !== 'text') return { as: 'paragraph', level: null, ordinal: null };
  const number = headingNumber(group.text);
  if (number) {
    const heading = numbered(items, at, group, number);
    return heading ?? { as: 'paragraph', level: number.level, ordinal: number.ordinal };
  }
  return unnumbered(items, at, group, promised) ?? { as: 'paragraph', level: null, ordinal: null };
}

function numbered(
  items: readonly FlowItem[],
  at: number,
  group: TextGroup,
  number: { level: number; number: string; ordinal: number | null; rest: string },
): Reading | null {
  const base = {
    as: 'heading',
    level: number.level,
    number: number.number,
    ordinal: number.ordinal,
    table: false,
  } as const;
  const next = items[at + 1];
  if (number.rest === '') {
    // 第三部分 / 2023年度决算情况说明: the title stands on a line of its own.
    const own = next?.kind === 'text' ? headingNumber(next.text) : null;
    // 第五部分 / 附件: here 附件 is the title.
    const titled = next?.kind === 'text' && (own === null || own.rest === '') && isTitle(next.text, number.level);
    if (titled)
      return { ...base, title: cleanTitle(next.text), text: '', lines: [...group.lines, ...next.lines], used: 2 };
    return number.level === 1 ? { ...base, title: '', text: '', lines: group.lines, used: 1 } : null;
  }
  if (isTitle(number.rest, number.level)) {
    const rest = continuation(next, number.rest) ? next : null;
    const title = cleanTitle(number.rest + (rest?.text.trim() ?? ''));
    return { ...base, title, text: '', lines: [...group.lines, ...(rest?.lines ?? [])], used: rest ? 2 : 1 };
  }
  const split = number.level <= 4 ? runInTitle(number.rest) : null;
  return split ? { ...base, ...split, lines: group.lines, used: 1 } : null;
}

/** Whether the item is the rest of a broken title (第三部分 …部门决算情况 / 说明), which is not complete yet. */
function continuation(item: FlowItem | undefined, title: string): item is TextGroup {
  return item?.kind === 'text' && !/(?:表|说明)$/u.test(title) && titleWords().continuations.has(labelForm(item.text));
}

function unnumbered(
  items: readonly FlowItem[],
  at: number,
  group: TextGroup,
  promised: PromisedTitles,
): Reading | null {
  const label = tableLabel(group.text);
  const rest = continuation(items[at + 1], group.text) && group.lines.length === 1 ? items[at + 1] : undefined;
  const printed =
    (label && label.rest !== '' ? label.rest : group.text) + (rest?.kind === 'text' ? rest.text.trim() : '');
  const lines = rest?.kind === 'text' ? [...group.lines, ...rest.lines] : group.lines;
  const base = { as: 'heading', number: '', ordinal: null, title: cleanTitle(printed), text: '', lines } as const;
  const used = rest ? 2 : 1;
  const level = unnumberedLevel(printed) ?? promisedLevel(printed, promised);
  if (isTableTitle(printed) && level !== 1 && tableFollows(items, at + used)) {
    return { ...base, number: label && label.rest !== '' ? label.label : '', level: 2, used, table: true };
  }
  return level === null ? null : { ...base, level, used, table: false };
}

function promisedLevel(text: string, promised: PromisedTitles): number | null {
  if (!isTitle(text, 2)) return null;
  const plain = bareTitle(text);
  return promised.get(plain) ?? null;
}

/** A grid, or the unit line of a table, within the next few lines and before any other heading. */
function tableFollows(items: readonly FlowItem[], from: number): boolean {
  for (const item of items.slice(from, from + 6)) {
    if (item.kind === 'grid') return true;
    if (/单位\s*[:：]\s*(?:人民币)?[百千万亿]*元|单位\s*[:：].*单位\s*[:：]/u.test(item.text)) return true;
    const number = headingNumber(item.text);
    if (number && isTitle(number.rest, number.level) && !tableLabel(item.text)) return false;
    if (item.text.length > 60) return false;
  }
  return false;
}
