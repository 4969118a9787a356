import { expect, test } from 'vitest';
import { turnPage } from '../../../src/extract/ocr/image/turn-page.js';
import { uprightPage } from '../../../src/extract/ocr/upright-page.js';
import { madeEngine } from './drawn-scan.js';
import { asPage, fakeText, fill, paper } from './image/paint.js';

const CHINESE = '一二三四五六七八九十百千万亿元';
const UPRIGHT = linesOfText();
const LYING = turnPage(UPRIGHT, 1);

/** What an engine reads of the sample of the turns, in the order in which they are tried; nothing of the rest. */
test.each<readonly [string, 'upright' | 'lying', readonly string[], number, number, number]>([
  ['the first turn in which much Chinese is read', 'upright', [CHINESE], 0.9, 0, 1],
  ['the opposite one, where the first gives none', 'upright', ['abc', CHINESE], 0.9, 2, 3],
  ['the best of all four, where none is clear', 'upright', ['一a', '一二三b', '一二'], 0.9, 2, 8],
  ['the first, where two are alike', 'upright', ['一二', '一二'], 0.9, 0, 8],
  ['the first, where nothing is read at all', 'upright', [], 0.9, 0, 8],
  ['none at once, where the engine is not sure', 'upright', [CHINESE, CHINESE], 0.5, 0, 8],
  ['a quarter turn, for lines that run down', 'lying', [CHINESE], 0.9, 1, 1],
  ['three of them, where the first of these gives no Chinese', 'lying', ['12 34', CHINESE], 0.9, 3, 3],
])('%s is taken', async (_, page, texts, confidence, turn, calls) => {
  // Each turn is asked twice, for the first lines and for the others, unless the first settle it.
  const engine = madeEngine(
    (_line, _index, call) => (call % 2 === 0 ? (texts[call / 2] ?? '') : ''),
    'pp-ocrv4',
    confidence,
  );
  const { prepared, printed } = await uprightPage(page === 'upright' ? UPRIGHT : LYING, engine);
  expect(prepared.turn).toBe(turn);
  expect(engine.calls).toHaveLength(calls);
  expect(prepared.dpi).toBe(200);
  expect(prepared.image.width > prepared.image.height).toBe((turn % 2 === 0) === (page === 'upright'));
  expect(printed.text.lines.length).toBeGreaterThan(0);
});

function linesOfText() {
  const image = paper(1600, 1200);
  for (let line = 0; line < 8; line++) fakeText(image, 100, 100 + line * 120, 30, 25, line);
  return asPage(image, 200);
}

test('a page whose ink seems to run down is tried the other way too', async () => {
  // A form with columns of single characters that touch each other, and one title across.
  const image = paper(900, 900);
  fakeText(image, 300, 60, 28, 6, 1);
  for (let column = 0; column < 6; column++)
    for (let row = 0; row < 6; row++) {
      const [x, y] = [80 + column * 130, 200 + row * 100];
      fill(image, x, y, x + 22, y + 76);
    }
  const engine = madeEngine((_line, index, call) => (index === 0 && call === 4 ? CHINESE : ''));
  const { prepared } = await uprightPage(asPage(image, 200), engine);
  expect(prepared.turn).toBe(0);
  expect(engine.calls).toHaveLength(8);
});

test('the sample is a few lines, as text', async () => {
  const engine = madeEngine(() => CHINESE);
  await uprightPage(UPRIGHT, engine);
  const [lines = []] = engine.calls;
  expect(lines.length).toBe(2);
  expect(new Set(lines.map(({ kind }) => kind))).toEqual(new Set(['text']));
});
