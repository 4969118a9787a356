import { describe, expect, it } from 'vitest';
import { pageAxes } from '../../../../src/extract/ocr/image/page-axes.js';
import { straightened } from '../../../../src/extract/ocr/image/straighten.js';
import { turnPage } from '../../../../src/extract/ocr/image/turn-page.js';
import type { GreyImage } from '../../../../src/extract/ocr/image.js';
import { asPage, drawGrid, fakeText, paper, scanned } from './paint.js';

function prose(): GreyImage {
  const image = paper(900, 600);
  for (let line = 0; line < 12; line++) fakeText(image, 60, 40 + line * 46, 28, line % 4 === 3 ? 12 : 27, line);
  return image;
}

function table(): GreyImage {
  const image = paper(900, 600);
  const [xs, ys] = [
    [40, 300, 480, 660, 850],
    [60, 108, 156, 204, 252, 300, 348, 396, 444, 492, 540],
  ];
  drawGrid(image, xs, ys);
  for (const y of ys.slice(0, -1)) for (const x of xs.slice(0, -1)) fakeText(image, x + 8, y + 11, 26, 5, x + y);
  return image;
}

describe('pageAxes', () => {
  it.each([
    ['prose', prose],
    ['a table', table],
  ])('%s: the axis of its lines comes first', (_, page) => {
    const scan = scanned(straightened(page(), 1.2, 1), 30);
    for (const turn of [0, 1, 2, 3] as const)
      expect(pageAxes(asPage(turnPage(scan, turn), 200))).toEqual(turn % 2 === 0 ? [0, 1] : [1, 0]);
  });

  it('a blank page is taken as it lies', () => {
    expect(pageAxes(asPage(scanned(paper(400, 500), 30), 200))).toEqual([0, 1]);
  });
});
