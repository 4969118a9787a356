import { describe, expect, it } from 'vitest';
import { quarterTurns } from '../../../../src/extract/ocr/image/quarter-turn.js';
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

describe('quarterTurns', () => {
  it.each([
    ['prose', prose],
    ['a table', table],
  ])('%s: the turns along its lines come first, the others after them', (_, page) => {
    const scan = scanned(straightened(page(), 1.2, 1), 30);
    for (const [turn, first] of [
      [0, [0, 2]],
      [1, [1, 3]],
      [2, [0, 2]],
      [3, [1, 3]],
    ] as const) {
      const turns = quarterTurns(asPage(turnPage(scan, turn), 200));
      expect(turns.slice(0, 2).sort()).toEqual(first);
      expect([...turns].sort()).toEqual([0, 1, 2, 3]);
    }
  });

  it('a blank page may stand in any way', () => {
    expect([...quarterTurns(asPage(scanned(paper(400, 500), 30), 200))].sort()).toEqual([0, 1, 2, 3]);
  });
});
