import { expect, test } from 'vitest';
import { turnPage } from '../../../src/extract/ocr/image/turn-page.js';
import { uprightPage } from '../../../src/extract/ocr/upright-page.js';
import { drawnScan, madeEngine } from './drawn-scan.js';
import { asPage, fakeText, paper } from './image/paint.js';

const CHINESE = '一二三四五六七八九十';
const UPRIGHT = drawnScan();
const LYING = turnPage(drawnScan(), 1);

/** What an engine reads of the sample of the turns, in the order in which they are tried; nothing of the rest. */
test.each<readonly [string, 'upright' | 'lying', readonly string[], number, number, number]>([
  ['the first turn in which much Chinese is read', 'upright', [CHINESE], 0.9, 0, 1],
  ['the opposite one, where the first gives none', 'upright', ['abc', CHINESE], 0.9, 2, 2],
  ['the best of all four, where none is clear', 'upright', ['一a', '一二三b', '一二'], 0.9, 2, 4],
  ['the first, where two are alike', 'upright', ['一二', '一二'], 0.9, 0, 4],
  ['the first, where nothing is read at all', 'upright', [], 0.9, 0, 4],
  ['none at once, where the engine is not sure', 'upright', [CHINESE, CHINESE], 0.5, 0, 4],
  ['a quarter turn, for lines that run down', 'lying', [CHINESE], 0.9, 1, 1],
  ['three of them, where the first of these gives no Chinese', 'lying', ['12 34', CHINESE], 0.9, 3, 2],
])('%s is taken', async (_, page, texts, confidence, turn, samples) => {
  // Each turn gives as many lines of the sample: three are there, whichever way they are cut.
  const engine = madeEngine((_line, index, call) => (index < 3 ? (texts[call] ?? '') : ''), 'pp-ocrv4', confidence);
  const { prepared, printed } = await uprightPage(page === 'upright' ? UPRIGHT : LYING, engine);
  expect(prepared.turn).toBe(turn);
  expect(engine.calls).toHaveLength(samples);
  expect(prepared.dpi).toBe(200);
  expect(prepared.image.width > prepared.image.height).toBe((turn % 2 === 0) === (page === 'upright'));
  expect(printed.text.lines.length).toBeGreaterThan(0);
});

test('a page whose ink seems to run down is tried the other way too', async () => {
  // A form with columns of single characters, close above each other, and one title across.
  const image = paper(900, 900);
  fakeText(image, 300, 60, 28, 6, 1);
  for (let column = 0; column < 6; column++)
    for (let row = 0; row < 20; row++) fakeText(image, 80 + column * 130, 200 + row * 30, 28, 1, row + column);
  const engine = madeEngine((_line, index, call) => (index === 0 && call === 2 ? CHINESE : ''));
  const { prepared } = await uprightPage(asPage(image, 200), engine);
  expect(prepared.turn).toBe(0);
  expect(engine.calls).toHaveLength(4);
});

test('the sample is a few lines, as text', async () => {
  const engine = madeEngine(() => CHINESE);
  await uprightPage(UPRIGHT, engine);
  const [lines = []] = engine.calls;
  expect(lines.length).toBeGreaterThanOrEqual(3);
  expect(lines.length).toBeLessThanOrEqual(10);
  expect(new Set(lines.map(({ kind }) => kind))).toEqual(new Set(['text']));
});
