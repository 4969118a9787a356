import { expect, test } from 'vitest';
import { courseAt } from '../../../src/extract/ocr/image/rule-course.js';
import { turnPage } from '../../../src/extract/ocr/image/turn-page.js';
import { uprightPage } from '../../../src/extract/ocr/upright-page.js';
import { madeEngine } from './drawn-scan.js';
import { asPage, drawGrid, fakeText, fill, paper } from './image/paint.js';

const CHINESE = '一二三四五六七八九十百千万亿元';
const UPRIGHT = linesOfText();
const LYING = turnPage(UPRIGHT, 1);

/** What an engine reads, call by call: the first lines of one side, of the other, or the others of a side. */
test.each<readonly [string, 'upright' | 'lying', readonly string[], number, number, number]>([
  ['the first turn in which much Chinese is read', 'upright', [CHINESE], 0.9, 0, 1],
  ['the opposite one, where the first gives none', 'upright', ['abc', CHINESE], 0.9, 2, 2],
  ['the first, where its other lines tell', 'upright', ['一二三', CHINESE], 0.9, 0, 2],
  ['the better one, where none is clear', 'upright', ['一a', '一二三b'], 0.9, 2, 4],
  ['the first, where two are alike', 'upright', ['一二', '', '一二'], 0.9, 0, 4],
  ['the first, where nothing is read at all', 'upright', [], 0.9, 0, 4],
  ['none at once, where the engine is not sure', 'upright', [CHINESE, '', CHINESE], 0.5, 0, 4],
  ['a quarter turn, for lines that run down', 'lying', [CHINESE], 0.9, 1, 1],
  ['three of them, where the first of these gives no Chinese', 'lying', ['abc', CHINESE], 0.9, 3, 2],
  ['the opposite one, where digits speak a little for the first', 'upright', ['12 34', '', CHINESE], 0.9, 2, 3],
])('%s is taken', async (_, page, texts, confidence, turn, calls) => {
  const engine = madeEngine((_line, _index, call) => texts[call] ?? '', 'pp-ocrv4', confidence);
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
  expect(engine.calls).toHaveLength(6);
});

test('what was read to find out is known, by its line', async () => {
  const engine = madeEngine(() => CHINESE);
  const { printed, known } = await uprightPage(UPRIGHT, engine);
  const [lines = []] = engine.calls;
  expect(lines.length).toBe(2);
  expect([...known.keys()]).toEqual(printed.text.lines.slice(0, 2));
  expect([...known.values()].map(({ text }) => text)).toEqual([CHINESE, CHINESE]);
});

test.each(['upright', 'upside down'] as const)('a page that lies %s has its rules where its ink is', async (side) => {
  const image = paper(1200, 900);
  fakeText(image, 100, 60, 30, 25);
  fakeText(image, 100, 120, 30, 25, 2);
  drawGrid(image, [100, 500, 1000], [300, 400, 700]);
  const page = asPage(side === 'upright' ? image : turnPage(image, 2), 200);
  const engine = madeEngine((_line, _index, call) => (call === (side === 'upright' ? 0 : 1) ? CHINESE : ''));
  const { prepared } = await uprightPage(page, engine);
  expect(prepared.turn).toBe(side === 'upright' ? 0 : 2);
  expect(prepared.rules).toHaveLength(6);
  for (const { direction, at, from, to, course } of prepared.rules) {
    const middle = (from + to) / 2;
    const [x, y] = direction === 'horizontal' ? [middle, at] : [at, middle];
    expect(image.data[Math.floor(y) * image.width + Math.floor(x)]).toBe(0);
    expect(courseAt(course, middle)).toBeCloseTo(at, 0);
    // The table runs from 100 to 1000, and from 300 to 700.
    expect(Math.abs(from - (direction === 'horizontal' ? 100 : 300))).toBeLessThan(4);
    expect(Math.abs(to - (direction === 'horizontal' ? 1000 : 700))).toBeLessThan(4);
  }
});
