import { expect, test } from 'vitest';
import { preparePage } from '../../../../src/extract/ocr/image/prepare.js';
import { printedPage } from '../../../../src/extract/ocr/lines/page-cuts.js';
import { sampleLines } from '../../../../src/extract/ocr/lines/sample-lines.js';
import { asPage, drawGrid, fakeText, paper } from '../image/paint.js';

const SIZE = 28;

async function sampled(draw: (image: ReturnType<typeof paper>) => void, most: number) {
  const image = paper(1100, 600);
  draw(image);
  const prepared = await preparePage(asPage(image, 200), 0);
  return sampleLines(prepared, printedPage(prepared).text.lines, most).map(({ image: { width, height } }) => ({
    characters: Math.round(width / SIZE),
    height,
  }));
}

test('the longest lines of prose, cut where more characters tell nothing more', async () => {
  const lines = await sampled((image) => {
    for (let line = 0; line < 8; line++) fakeText(image, 60, 40 + line * 66, SIZE, line < 5 ? 32 : 3, line);
  }, 5);
  expect(lines).toHaveLength(5);
  for (const { characters, height } of lines) {
    expect(characters).toBeGreaterThanOrEqual(22);
    expect(characters).toBeLessThanOrEqual(27);
    expect(height).toBeLessThan(2 * SIZE);
  }
});

test('short words in the cells of a form too, but no single characters', async () => {
  const lines = await sampled((image) => {
    drawGrid(image, [40, 300, 560, 820, 1060], [60, 160, 260, 360]);
    for (const x of [40, 300, 560]) fakeText(image, x + 60, 100, SIZE, 3, x);
    fakeText(image, 900, 200, SIZE, 1, 7);
  }, 10);
  expect(lines).toHaveLength(3);
});
