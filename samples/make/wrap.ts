import type { Sheets, Weight } from './sheets.js';

/** Marks that may not begin a line of Chinese text. */
const NOT_FIRST = /^[，。、；：）”》％%]/u;
/** A number with its commas and decimals is never broken, nor a Latin word; an opening bracket stays with what follows. */
const PIECES = /[（“《]*(?:[A-Za-z0-9.,%]+|.)/gu;

/** Breaks a text into lines not wider than `width` points. A text without room for a single piece keeps it whole. */
export function wrapped(
  paper: Sheets,
  text: string,
  width: number,
  size: number,
  weight: Weight = 'regular',
  indent = 0,
): string[] {
  const lines: string[] = [];
  let line = '';
  for (const piece of text.match(PIECES) ?? []) {
    const room = width - (lines.length === 0 ? indent : 0);
    if (line !== '' && !NOT_FIRST.test(piece) && paper.measure(line + piece, size, weight) > room) {
      lines.push(line);
      line = '';
    }
    line += piece;
  }
  return line === '' ? lines : [...lines, line];
}
