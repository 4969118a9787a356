import { expect, test } from 'vitest';
import { turnPage } from '../../../src/extract/ocr/image/turn-page.js';
import { preparedUpright } from '../../../src/extract/ocr/upright-page.js';
import { drawnScan, madeEngine } from './drawn-scan.js';

const CHINESE = '一二三四五六七八九十';
const UPRIGHT = drawnScan();
const LYING = turnPage(drawnScan(), 1);

/** What an engine reads of the sample of the first turn that is tried, and of the second. */
test.each<readonly [string, 'upright' | 'lying', readonly [string, string], number, number, number]>([
  ['the first turn in which much Chinese is read', 'upright', [CHINESE, ''], 0.9, 0, 1],
  ['the other one, where the first gives none', 'upright', ['abc', CHINESE], 0.9, 2, 2],
  ['the better one, where neither is clear', 'upright', ['一a', '一二三b'], 0.9, 2, 2],
  ['the first, where both are alike', 'upright', ['一二', '一二'], 0.9, 0, 2],
  ['the first, where nothing is read at all', 'upright', ['', ''], 0.9, 0, 2],
  ['neither at once, where the engine is not sure', 'upright', [CHINESE, CHINESE], 0.5, 0, 2],
  ['a quarter turn, for lines that run down', 'lying', [CHINESE, ''], 0.9, 1, 1],
  ['three of them, where the first of these gives no Chinese', 'lying', ['12 34', CHINESE], 0.9, 3, 2],
])('%s is taken', async (_, page, texts, confidence, turn, samples) => {
  // Both turns give as many lines of the sample: three are there, whichever way they are cut.
  const engine = madeEngine((_line, index, call) => (index < 3 ? (texts[call] ?? '') : ''), 'pp-ocrv4', confidence);
  const prepared = await preparedUpright(page === 'upright' ? UPRIGHT : LYING, engine);
  expect(prepared.turn).toBe(turn);
  expect(engine.calls).toHaveLength(samples);
  expect([prepared.image.width > prepared.image.height, prepared.dpi]).toEqual([true, 200]);
});

test('the sample is a few lines, as text', async () => {
  const engine = madeEngine(() => CHINESE);
  await preparedUpright(UPRIGHT, engine);
  const [lines = []] = engine.calls;
  expect(lines.length).toBeGreaterThanOrEqual(3);
  expect(lines.length).toBeLessThanOrEqual(10);
  expect(new Set(lines.map(({ kind }) => kind))).toEqual(new Set(['text']));
});
