import type { Block, TextLine } from '../../extract/document.js';
import { labelForm } from '../text/full-width.js';
import { headingNumber } from './headings.js';
import { contentsWords } from './words.js';

/** One entry of a contents list. */
export interface ContentsEntry {
  /** Level of the number, `null` for an entry without one. */
  readonly level: number | null;
  readonly number: string;
  readonly ordinal: number | null;
  readonly title: string;
  readonly line: TextLine;
}

const LEADER = /(?:[.…·．﹒⋯•_]|\s[-—](?=[-—\s])){2,}/u;
const PAGE_NUMBER = /[（(\s.…·．﹒⋯—-]*\d{1,3}(?:\s*[-–—~～]\s*\d{1,3})?\s*[）)]?\s*$/u;

/**
 * The lines of contents lists 目录, with their title. A list begins with the word (also letter-spaced, also split: 目 … 录) or with
 * three lines of dotted leaders, and ends where its first entry or an earlier part comes again, at a sentence, at a table, or
 * with the page unless the next page goes on counting. Page numbers may be missing altogether (上海), in empty brackets, ranges, or
 * glued to the title.
 */
export function contentsLines(blocks: readonly Block[]): ReadonlySet<TextLine> {
  const found = new Set<TextLine>();
  for (let at = 0; at < blocks.length; at++) {
    const title = titleLength(blocks, at);
    if (title > 0) {
      for (const line of listAfter(blocks, at, title)) found.add(line);
      at += title - 1;
    }
  }
  for (const line of dottedLines(blocks)) found.add(line);
  return found;
}

/** The entries of the contents lists, in order, leaders, page numbers and field debris removed. */
export function contentsEntries(lines: ReadonlySet<TextLine>): ContentsEntry[] {
  const entries: ContentsEntry[] = [];
  for (const line of lines) {
    const text = withoutPage(line.text);
    const plain = labelForm(text).toLowerCase();
    if (plain === '' || contentsWords().titles.has(plain) || contentsWords().halves.includes(plain)) continue;
    const number = headingNumber(text);
    const last = entries.at(-1);
    if (!number && last && plain.length <= 4 && !LEADER.test(last.line.text)) {
      // The rest of a wrapped title ("…培训费支出预算" / "表").
      entries[entries.length - 1] = { ...last, title: last.title + text };
    } else {
      entries.push({
        level: number?.level ?? null,
        number: number?.number ?? '',
        ordinal: number?.ordinal ?? null,
        title: number?.rest ?? text,
        line,
      });
    }
  }
  return entries;
}

function withoutPage(text: string): string {
  let entry = text;
  for (const debris of contentsWords().debris) entry = entry.replace(new RegExp(debris, 'gu'), ' ');
  return entry
    .replace(/[（(]\s*[）)]\s*$/u, '')
    .replace(LEADER, ' … ')
    .replace(PAGE_NUMBER, '')
    .replace(/\s*…\s*[（(]?\s*$/u, '')
    .trim();
}

/** How many lines from `at` are the title of a list: 1 for 目录, 2 or 3 where 目 and 录 stand apart, 0 where there is none. */
function titleLength(blocks: readonly Block[], at: number): number {
  const word = plainLine(blocks[at]);
  if (contentsWords().titles.has(word)) return 1;
  const [first, second] = contentsWords().halves;
  if (word !== first) return 0;
  if (plainLine(blocks[at + 1]) === second) return 2;
  return plainLine(blocks[at + 2]) === second ? 3 : 0;
}

function plainLine(block: Block | undefined): string {
  return block?.kind === 'line' ? labelForm(block.text).toLowerCase() : '';
}

function* listAfter(blocks: readonly Block[], at: number, title: number): Generator<TextLine> {
  const state: ListState = { first: null, lastPart: 0, last: new Map(), dotted: false };
  let previous: TextLine | null = null;
  for (let index = at; index < blocks.length; index++) {
    const block = blocks[index];
    if (block?.kind !== 'line') return;
    const half = contentsWords().halves.includes(plainLine(block));
    if (index >= at + title || (title === 3 && !half)) {
      if (previous && block.page !== previous.page && !goesOn(state, block)) return;
      if (!isEntry(state, block)) return;
    }
    yield block;
    previous = block;
  }
}

interface ListState {
  first: string | null;
  lastPart: number;
  readonly last: Map<number, number>;
  dotted: boolean;
}

/** Whether the line is the next entry of the list; if so, the state counts it. */
function isEntry(state: ListState, line: TextLine): boolean {
  const text = withoutPage(line.text);
  const plain = labelForm(text);
  if (plain === '' || /^\d{1,3}$/u.test(labelForm(line.text))) return true;
  if (/[。；]/u.test(text) || plain.length > 60) return false;
  const number = headingNumber(text);
  const key = plain;
  if (key === state.first) return false;
  if (number?.ordinal != null) {
    const before = number.level === 1 ? state.lastPart : (state.last.get(number.level) ?? 0);
    const restarts = number.ordinal <= before && number.ordinal === 1;
    // A list counts its parts once; without parts it counts 一、 once. A second 第一部分 or 一、 is the body.
    if (number.level === 1 && number.ordinal <= before) return false;
    if (restarts && number.level === 2 && state.lastPart === 0) return false;
    if (number.level === 1) {
      state.lastPart = number.ordinal;
      state.last.clear();
    } else state.last.set(number.level, number.ordinal);
    for (const level of [...state.last.keys()]) if (level > number.level) state.last.delete(level);
  }
  state.first ??= key;
  state.dotted ||= hasLeader(line.text);
  return true;
}

function goesOn(state: ListState, line: TextLine): boolean {
  if (state.dotted) return hasLeader(line.text);
  const number = headingNumber(withoutPage(line.text));
  if (number?.ordinal == null) return false;
  if (number.level === 1) return number.ordinal === state.lastPart + 1;
  return number.ordinal === (state.last.get(number.level) ?? 0) + 1 && (state.lastPart > 0 || number.ordinal > 1);
}

/** Dotted leaders, with or without a number; or the debris of a Word field. */
function hasLeader(text: string): boolean {
  if (contentsWords().debris.some((debris) => debris.test(text))) return true;
  return LEADER.test(text) && (PAGE_NUMBER.test(text) || /[.…·．﹒⋯_（()）\s]{3,}$/u.test(text));
}

/** Lists without the word 目录: three or more lines of leaders, at most one wrapped line between two of them. */
function* dottedLines(blocks: readonly Block[]): Generator<TextLine> {
  let run: TextLine[] = [];
  let leaders = 0;
  let plain = 0;
  for (const block of [...blocks, null]) {
    const leader = block?.kind === 'line' && hasLeader(block.text);
    if (leader) {
      run.push(block);
      leaders++;
      plain = 0;
    } else if (block?.kind === 'line' && run.length > 0 && plain === 0 && !/[。；]/u.test(block.text)) {
      run.push(block);
      plain = 1;
    } else {
      if (leaders >= 3) yield* plain === 1 ? run.slice(0, -1) : run;
      run = [];
      leaders = 0;
      plain = 0;
    }
  }
}
