import type { Block, Grid, TextLine } from '../../extract/document.js';
import { joinWraps } from '../text/wraps.js';
import { type HeadingNumber, headingNumber } from './headings.js';
import { type LineExtent, lineExtents } from './line-extents.js';
import { isTableFurniture, isTableNote } from './table-furniture.js';
import { isTableTitle, isTitle, unnumberedLevel } from './titles.js';

/** Lines that make one heading or one paragraph, wraps joined. */
export interface TextGroup {
  readonly kind: 'text';
  readonly lines: readonly TextLine[];
  readonly text: string;
}

export type FlowItem = TextGroup | Grid;

/**
 * The lines of a document as headings and paragraphs, grids between them, in reading order. `skipped` lines (contents lists, running
 * heads, page numbers) are taken out first, so that a sentence goes on over a page break.
 *
 * A line begins a new group when it is numbered or indented after the end of a sentence, or when the line before ended early: its
 * first word would still have fitted there. A line that ends in a comma is always continued.
 */
export function textFlow(blocks: readonly Block[], skipped: ReadonlySet<TextLine>): FlowItem[] {
  const kept = blocks.filter((block) => block.kind === 'grid' || !skipped.has(block));
  const extents = lineExtents(kept.filter((block) => block.kind === 'line'));
  const items: FlowItem[] = [];
  let open: TextLine[] = [];
  const close = (): void => {
    if (open.length > 0) items.push({ kind: 'text', lines: open, text: joined(open) });
    open = [];
  };
  for (const block of kept) {
    if (block.kind === 'grid') {
      close();
      items.push(block);
      continue;
    }
    const before = open.at(-1);
    const previous = before && extents.get(before);
    const extent = extents.get(block);
    if (before && previous && extent && beginsGroup({ group: joined(open), before, previous, line: block, extent }))
      close();
    open.push(block);
  }
  close();
  return items;
}

function joined(lines: readonly TextLine[]): string {
  // Where paragraphs begin is decided here, from the page; joinWraps only knows the words.
  return joinWraps(lines.map((line) => line.text)).replaceAll('\n', '');
}

/** No page of a report is set narrower (26 characters at the least, 泉州 2023): a shorter line has ended, whatever the margins seem. */
const NARROWEST = 18;

interface Step {
  readonly group: string;
  readonly before: TextLine;
  readonly previous: LineExtent;
  readonly line: TextLine;
  readonly extent: LineExtent;
}

const SENTENCE_END = /[。！？；：!?;:…][”’"'）)」』]*$/u;

function beginsGroup({ group, before, previous, line, extent }: Step): boolean {
  const text = before.text.trim();
  const next = line.text.trim();
  if (next === '') return false;
  if ([text, next].some(isTableFurniture) || isTableNote(next)) return true;
  const number = headingNumber(next);
  const ended = SENTENCE_END.test(text);
  // More than a character to the right: the first line of a paragraph.
  const indented = extent.indent >= 1.2;
  // A dump may have lost the indentation of a line, which then seems to end two characters early.
  const slack = extent.measured ? 1 : ended && !/其中[:：]$/u.test(text) ? 2.5 : 3.5;
  const early = previous.free >= firstWord(next) + slack || previous.width < NARROWEST;
  const titled = isHeadingText(group);
  if (number && standsAlone(number, line, before, extent)) return true;
  if (unnumberedLevel(next) !== null && (ended || titled || early || line.page !== before.page)) return true;
  if (number && (ended || early || titled || indented)) return true;
  if (/[，,、（(“]$|原因[是为]?[:：]?$/u.test(text) || /^[，。；、）)”》：]/u.test(next)) return false;
  if (ended) return early || indented;
  // 第二部分 …部门决算表 / 收入支出决算总表: two titles, each complete.
  if (titled && isTableTitle(next) && /(?:表|说明|概况|解释)$/u.test(text)) return true;
  // A centred title above text that is not.
  if (titled && previous.indent >= 4 && extent.indent < 4) return true;
  if (titled) return early || (indented && extent.indent < 4);
  return early && group.length < 40 && !/[。；，]/u.test(group);
}

/** A numbered title that fills only part of its line is a heading even when the text before lacks its stop. */
function standsAlone(number: HeadingNumber, line: TextLine, before: TextLine, extent: LineExtent): boolean {
  if (number.level > 3 || !isTitle(number.rest || number.number, number.level)) return false;
  return number.level === 1 || extent.free >= 4 || line.page !== before.page;
}

/** Width in ems of the piece at the start of a line that cannot be broken: a number, a Latin word, a character with its stop. */
function firstWord(text: string): number {
  const word = /^(?:[“（(《]*)(?:[A-Za-z0-9.,%％+-]+|.)[，。；：、！？）)》”]*/u.exec(text)?.[0] ?? '';
  return [...word].reduce((width, character) => width + (character <= '~' ? 0.5 : 1), 0);
}

/** Whether a group reads as a heading, complete so far. */
function isHeadingText(text: string): boolean {
  const number = headingNumber(text);
  if (number) return number.rest === '' || isTitle(number.rest, number.level);
  return unnumberedLevel(text) !== null || isTableTitle(text);
}
