import { expect, test } from 'vitest';
import { preparePage } from '../../../../src/extract/ocr/image/prepare.js';
import { printedPage } from '../../../../src/extract/ocr/lines/page-cuts.js';
import { sampleLines } from '../../../../src/extract/ocr/lines/sample-lines.js';
import { asPage, drawGrid, fakeText, paper } from '../image/paint.js';

const SIZE = 28;

async function sampled(draw: (image: ReturnType<typeof paper>) => void, most: number, characters = 1000) {
  const image = paper(1100, 600);
  draw(image);
  const prepared = await preparePage(asPage(image, 200), 0);
  return sampleLines(printedPage(prepared).text.lines, most, characters);
}

function prose(image: ReturnType<typeof paper>): void {
  for (let line = 0; line < 8; line++) fakeText(image, 60, 40 + line * 66, SIZE, line % 2 === 0 ? 3 : 26 + line, line);
}

test('the long lines of prose, in the order of the page', async () => {
  const lines = await sampled(prose, 5);
  const places = lines.map(({ box }) => Math.round((box.top - 40) / 66));
  expect(places).toEqual([1, 3, 5, 7, 0]);
});

test('no more lines than it takes to come to the characters asked for', async () => {
  expect(await sampled(prose, 5, 20)).toHaveLength(1);
  expect(await sampled(prose, 5, 40)).toHaveLength(2);
});

test('short words in the cells of a form too, but no single characters', async () => {
  const lines = await sampled((image) => {
    drawGrid(image, [40, 300, 560, 820, 1060], [60, 160, 260, 360]);
    for (const x of [40, 300, 560]) fakeText(image, x + 60, 100, SIZE, 3, x);
    fakeText(image, 900, 200, SIZE, 1, 7);
  }, 10);
  expect(lines).toHaveLength(3);
});
