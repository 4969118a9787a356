import type { DumpWord } from '../document.js';
import type { DumpLine } from '../text/pages.js';
import { isValueLike, type TokenKind, tokensOf } from './text-grid-tokens.js';

/** How many columns of a dump a character takes: some tools count East Asian wide characters as two, some as one. */
export type CharacterWidth = 1 | 2;

/** Wide in the sense of UAX 11: Han, kana, full-width forms and the punctuation that goes with them. */
const WIDE =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6\u{20000}-\u{3fffd}]/u;

/** Letters of a spaced word (项     目, 因 公 出 国) stand at most so many columns apart. */
const WIDEST_SPACING = 8;

/** The number of a list item (1. 2、) that stands before its text with a blank. */
const ITEM_NUMBER = /^\d{1,2}[.．、]$/;

/** A word or number of a line, with the columns of the dump that it covers: from `left` up to before `right`. */
export interface Segment {
  readonly text: string;
  readonly kind: TokenKind;
  readonly left: number;
  readonly right: number;
}

/** A line that is not blank, cut into segments. */
export interface SegmentedLine {
  readonly line: DumpLine;
  readonly segments: readonly Segment[];
  /** Is the line above blank? */
  readonly afterBlank: boolean;
}

function columnsBefore(text: string, width: CharacterWidth): number[] {
  const columns: number[] = [];
  let column = 0;
  for (const character of text) {
    for (let unit = 0; unit < character.length; unit += 1) columns.push(column);
    if (character === '\t') column += 8 - (column % 8);
    else column += width === 2 && WIDE.test(character) ? 2 : 1;
  }
  columns.push(column);
  return columns;
}

/**
 * The segments of a line: its words and numbers. Single characters in a row are the letters of one spaced word; so
 * 类 款 项 over three code columns is one segment too.
 */
function segmentsOf(text: string, width: CharacterWidth): Segment[] {
  const columns = columnsBefore(text, width);
  const segments: Segment[] = [];
  let spaced = false;
  for (const token of tokensOf(text)) {
    const left = columns[token.start] ?? 0;
    const right = columns[token.end] ?? left;
    const last = segments.at(-1);
    const letter = token.kind === 'word' && token.text.length === 1;
    const gap = last === undefined ? Infinity : left - last.right;
    const itemText = last !== undefined && ITEM_NUMBER.test(last.text) && token.kind === 'word' && gap === 1;
    if (last !== undefined && (itemText || (spaced && letter && gap <= WIDEST_SPACING))) {
      segments[segments.length - 1] = { ...last, text: `${last.text} ${token.text}`, right };
    } else {
      segments.push({ text: token.text, kind: token.kind, left, right });
    }
    spaced = letter;
  }
  return segments;
}

/** The words of a line, parted by blanks, with the columns that they cover. */
export function wordsOf(text: string, width: CharacterWidth): DumpWord[] {
  const columns = columnsBefore(text, width);
  return tokensOf(text).map(({ text: word, start, end }) => {
    const left = columns[start] ?? 0;
    return { text: word, left, right: columns[end] ?? left };
  });
}

/** The lines that are neither blank nor page numbers, segmented. */
export function segmentedLines(lines: readonly DumpLine[], width: CharacterWidth): SegmentedLine[] {
  return lines.flatMap((line, index) => {
    if (line.text.trim() === '' || line.pageNumber) return [];
    return [{ line, segments: segmentsOf(line.text, width), afterBlank: (lines[index - 1]?.text ?? '').trim() === '' }];
  });
}

/**
 * The width under which the amounts of each page stand in fewer columns: their right edges are aligned in the dump
 * when characters are counted as the tool counted them.
 */
export function characterWidth(lines: readonly DumpLine[]): CharacterWidth {
  const edges = (width: CharacterWidth): number => {
    const seen = new Set<string>();
    for (const line of lines) {
      for (const segment of segmentsOf(line.text, width)) {
        if (segment.kind === 'amount') seen.add(`${line.page}:${segment.right}`);
      }
    }
    return seen.size;
  };
  return edges(2) < edges(1) ? 2 : 1;
}

/** A gap of so many blanks within a line parts columns. */
const COLUMN_GAP = /\S {3,}\S/;
/** From this share of lines with such gaps on, the lines of a dump keep the places of their words. */
const LAID_OUT_SHARE = 0.1;

/** Does a word stand in a dump where it stands on the page? In a dump of cells separated by single blanks wide gaps are few. */
export function isLaidOut(lines: readonly DumpLine[]): boolean {
  const printed = lines.filter(({ text }) => text.trim() !== '');
  return printed.filter(({ text }) => COLUMN_GAP.test(text)).length > LAID_OUT_SHARE * printed.length;
}

/**
 * Does the dump align its columns by blanks? In the lines that end in an amount, most amounts then stand two blanks
 * or more after what is before them; otherwise a single blank separates cells.
 */
export function isAligned(lines: readonly DumpLine[]): boolean {
  let wide = 0;
  let narrow = 0;
  for (const line of lines) {
    const tokens = tokensOf(line.text);
    if (tokens.at(-1)?.kind !== 'amount') continue;
    for (const token of tokens.slice(1)) {
      if (!isValueLike(token.kind)) continue;
      if (token.gap >= 2) wide += 1;
      else narrow += 1;
    }
  }
  return wide > narrow;
}
