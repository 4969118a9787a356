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

/** The wrapped lines of a cell as its text. */
export function cellOf(lines: readonly AlignedLine[], span: Span): PrintedText {
  const printed = lines.filter((line) => wordsIn(line, span).length > 0);
  return { text: joinedTexts(printed.map((line) => textIn(line, span))), places: placesOf(printed) };
}

/** Lines of a text joined without a separator, words of Latin letters with a blank. */
export function joinedTexts(texts: readonly string[]): string {
  return texts.reduce(
    (whole, next) => whole + (/[A-Za-z]$/.test(whole) && /^[A-Za-z]/.test(next) ? ' ' : '') + next,
    '',
  );
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

/** The least and the most half-width units that a text is wide: an ideograph takes two, a blank or a letter more or less than one. */
export function widthsOf(text: string): { readonly least: number; readonly most: number } {
  const wide = [...text].filter((character) => character > '\u2E7F').length;
  const narrow = [...text].length - wide;
  return { least: 2 * wide + 0.8 * narrow, most: 2 * wide + 1.3 * narrow };
}
