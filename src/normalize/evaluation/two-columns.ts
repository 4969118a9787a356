import type { TextLine } from '../../extract/document.js';
import type { PrintedText } from './evaluation.js';

/** A full line may lack this many half-width units of its column: a character, and a stop that may not begin a line. */
const FULL = 6;
const SENTENCE_END = /[。！？!?]\s*$/u;

/**
 * The two cells of a row that a dump gives as lines: the left cell first, then the right one, or both on one line. A cell ends with a
 * line that stays short, or with a stop. Parts the lines only where exactly one place can be the border; `null` where none or several can.
 */
export function twoCells(lines: readonly TextLine[]): readonly [PrintedText, PrintedText] | null {
  const texts = lines.map(({ text }) => text.trim());
  const [only] = texts;
  if (texts.length === 1 && only !== undefined) {
    const parts = only.split(/\s+/u);
    const [left, right] = parts;
    if (parts.length !== 2 || left === undefined || right === undefined) return null;
    return [joined(lines, [left]), joined(lines, [right])];
  }
  const borders = texts.slice(0, -1).map((_, at) => at);
  const short = shortLines(texts.map(widthOf));
  const stopped = borders.filter((at) => SENTENCE_END.test(texts[at] ?? ''));
  const [border, ...more] = short.length > 0 ? short : stopped;
  if (border === undefined || more.length > 0) return null;
  return [
    joined(lines.slice(0, border + 1), texts.slice(0, border + 1)),
    joined(lines.slice(border + 1), texts.slice(border + 1)),
  ];
}

/** Lines that end before their column does; the last line says nothing. The column is as wide as the lines since the last short one. */
function shortLines(widths: readonly number[]): readonly number[] {
  const short: number[] = [];
  for (const [at, width] of widths.slice(0, -1).entries()) {
    const before = widths.slice((short.at(-1) ?? -1) + 1, at);
    const column = before.length > 0 ? Math.max(...before) : (widths[at + 1] ?? 0);
    if (width < column - FULL) short.push(at);
  }
  return short;
}

/** The wrapped lines of a cell as its text. */
export function joinedLines(lines: readonly TextLine[]): PrintedText {
  return joined(
    lines,
    lines.map(({ text }) => text.trim()),
  );
}

function joined(lines: readonly TextLine[], texts: readonly string[]): PrintedText {
  const text = texts.reduce(
    (whole, next) => whole + (/[A-Za-z]$/.test(whole) && /^[A-Za-z]/.test(next) ? ' ' : '') + next,
    '',
  );
  return { text, places: lines.map(({ page, box }) => ({ page, box })) };
}

/** Width in half-width units: an ideograph takes two. */
function widthOf(text: string): number {
  return [...text].reduce((sum, character) => sum + (character > '\u2E7F' ? 2 : 1), 0);
}
