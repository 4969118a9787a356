import { expect, test } from 'vitest';
import { readPage } from '../../../../../src/extract/ocr/engines/tesseract/read-page.js';

type Page = Parameters<typeof readPage>[0];

/** What tesseract.js gives for these words, each character 10 pixels wide. */
function page(...words: readonly (readonly [text: string, confidence: number, symbols: number])[]): Page {
  let x = 0;
  const symbolsOf = (text: string, confidence: number) =>
    [...text].map((symbol) => {
      x += 10;
      return { text: symbol, confidence, bbox: { x0: x - 10, y0: 0, x1: x, y1: 9 } };
    });
  const found = words.map(([text, confidence, symbols]) => ({ text, confidence, symbols: symbolsOf(text, symbols) }));
  return { blocks: [{ paragraphs: [{ lines: [{ words: found }] }] }] } as unknown as Page;
}

test('words of Chinese are joined, those of letters or digits stay apart', () => {
  expect(readPage(page(['本年', 95, 95], ['支出', 95, 95], ['2023', 95, 95]), (x) => x).text).toBe('本年支出2023');
  expect(readPage(page(['12.00', 95, 95], ['3.50', 95, 95]), (x) => x).text).toBe('12.00 3.50');
});

test('the confidence is the lowest of words and characters', () => {
  expect(readPage(page(['12.00', 74, 96], ['3', 95, 99]), (x) => x).confidence).toBe(0.74);
  expect(readPage(page(['12.00', 97, 60]), (x) => x).confidence).toBe(0.6);
});

test('places are those of the line, not of the enlarged picture', () => {
  const { characters } = readPage(page(['12', 90, 90]), (x) => x / 2);
  expect(characters.map(({ left, right }) => [left, right])).toEqual([
    [0, 5],
    [5, 10],
  ]);
});

test('nothing seen', () => {
  const nothing = { text: '', confidence: 0, characters: [], alternatives: [] };
  expect(readPage(page(), (x) => x)).toEqual(nothing);
  expect(readPage({ blocks: null } as unknown as Page, (x) => x)).toEqual(nothing);
});
