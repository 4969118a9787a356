import type { DumpWord, TextLine } from '../../../extract/document.js';
import { foldRadicals } from '../../text/full-width.js';
import type { PrintedText } from '../evaluation.js';
import { byPage } from '../raw.js';

/** A line of a dump that aligns its columns by blanks, with the place of its words. */
export type AlignedLine = TextLine & { readonly words: readonly DumpWord[] };

/** A range of dump columns: from `left` up to before `right`. */
export interface Span {
  readonly left: number;
  readonly right: number;
}

/** The lines whose words have places: all of an aligned dump but printed page numbers. */
export function alignedLines(lines: readonly TextLine[]): AlignedLine[] {
  return lines.flatMap((line) => {
    if (line.words === undefined) return [];
    return [{ ...line, words: line.words.map((word) => ({ ...word, text: foldRadicals(word.text) })) }];
  });
}

/** The words of a line that stand in a range of columns. */
export function wordsIn(line: AlignedLine, { left, right }: Span): readonly DumpWord[] {
  return line.words.filter((word) => word.left >= left && word.right <= right);
}

/** What a line prints in a range of columns; '' for nothing. */
export function textIn(line: AlignedLine, span: Span): string {
  return wordsIn(line, span)
    .map(({ text }) => text)
    .join(' ');
}

/** The wrapped lines of a cell as its text: joined without a separator, words of Latin letters with a blank. */
export function cellOf(lines: readonly AlignedLine[], span: Span): PrintedText {
  const printed = lines.filter((line) => wordsIn(line, span).length > 0);
  const text = printed
    .map((line) => textIn(line, span))
    .reduce((whole, next) => whole + (/[A-Za-z]$/.test(whole) && /^[A-Za-z]/.test(next) ? ' ' : '') + next, '');
  return { text, places: placesOf(printed) };
}

/** The pages that lines stand on. */
export function placesOf(lines: readonly TextLine[]): PrintedText['places'] {
  return byPage(lines.map(({ page, box }) => ({ page, box })));
}

/** Lines by their page, in order: each page is aligned on its own. */
export function linesByPage(lines: readonly AlignedLine[]): readonly (readonly AlignedLine[])[] {
  const pages = new Map<number, AlignedLine[]>();
  for (const line of lines) {
    const on = pages.get(line.page) ?? [];
    pages.set(line.page, on);
    on.push(line);
  }
  return [...pages.values()];
}

/** Width in half-width units: an ideograph takes two. */
export function widthOf(text: string): number {
  return [...text].reduce((sum, character) => sum + (character > '\u2E7F' ? 2 : 1), 0);
}
