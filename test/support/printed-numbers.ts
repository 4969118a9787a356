import type { PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { withPdf } from './pdf-text.js';

/** Text that pdf.js places on one line of a page, from left to right. */
interface Word {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly baseline: number;
}

/** Less than a blank of the smallest type in the reports; numbers of neighbouring cells stand 2.5 points apart. */
const SAME_WORD = 1;
const SAME_LINE = 1.5;
const NUMBER = /\d[\d,]*(?:\.\d+)*/g;

/**
 * The numbers that a page prints, read apart from the program: pdf.js's own text content, its items joined where they touch on a line.
 * Printed twice in one place (fill and stroke) counts once.
 */
export function printedNumbers(bytes: Uint8Array, pages: readonly number[]): Promise<string[][]> {
  return withPdf(bytes, async (document) => {
    const found: string[][] = [];
    for (const number of pages) {
      const words = await wordsOf(await document.getPage(number));
      found.push(words.flatMap(({ text }) => numbersIn(text)));
    }
    return found;
  });
}

/** The numbers of a text: digits with their commas and points. */
export function numbersIn(text: string): string[] {
  return text.normalize('NFKC').match(NUMBER) ?? [];
}

async function wordsOf(page: PDFPageProxy): Promise<Word[]> {
  const viewport = page.getViewport({ scale: 1 });
  const { items } = await page.getTextContent({ disableNormalization: true });
  const pieces = items.flatMap((item): Word[] => {
    if (!('str' in item) || item.str.trim() === '') return [];
    const [, , , , x = 0, y = 0] = item.transform;
    const [left = 0, baseline = 0] = viewport.convertToViewportPoint(x, y);
    return [{ text: item.str, left, right: left + item.width, baseline }];
  });
  const unique = new Map(
    pieces.map((piece) => [`${piece.text} ${piece.left.toFixed(1)} ${piece.baseline.toFixed(1)}`, piece]),
  );
  const words: Word[] = [];
  for (const piece of [...unique.values()].sort(byLine)) {
    const last = words.at(-1);
    const touches =
      last && Math.abs(last.baseline - piece.baseline) < SAME_LINE && Math.abs(piece.left - last.right) < SAME_WORD;
    if (last && touches) words[words.length - 1] = { ...last, text: last.text + piece.text, right: piece.right };
    else words.push(piece);
  }
  return words;
}

function byLine(a: Word, b: Word): number {
  return Math.abs(a.baseline - b.baseline) < SAME_LINE ? a.left - b.left : a.baseline - b.baseline;
}
