import { describe, expect, it } from 'vitest';
import { preparePage } from '../../../../src/extract/ocr/image/prepare.js';
import { quarterTurnCandidates } from '../../../../src/extract/ocr/image/quarter-turn.js';
import { sampleLines } from '../../../../src/extract/ocr/image/sample-lines.js';
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

describe('quarterTurnCandidates', () => {
  it.each([
    ['prose', prose],
    ['a table', table],
  ])('%s: the axis of its lines is certain, up and down is not', (_, page) => {
    const scan = scanned(straightened(page(), 1.2, 1), 30);
    for (const [turn, candidates] of [
      [0, [0, 2]],
      [1, [1, 3]],
      [2, [0, 2]],
      [3, [1, 3]],
    ] as const)
      expect([...quarterTurnCandidates(asPage(turnPage(scan, turn), 200))].sort()).toEqual(candidates);
  });

  it('a blank page may stand in any way', () => {
    expect([...quarterTurnCandidates(asPage(scanned(paper(400, 500), 30), 200))].sort()).toEqual([0, 1, 2, 3]);
  });
});

describe('sampleLines', () => {
  it('gives the longest lines, within the page, not its rules', async () => {
    const prepared = await preparePage(asPage(prose(), 200), 0);
    const lines = sampleLines(prepared, 5);
    expect(lines).toHaveLength(5);
    for (const { left, top, right, bottom } of lines) {
      expect(right - left).toBeGreaterThan(8 * 28);
      expect(bottom - top).toBeGreaterThan(20);
      expect(bottom - top).toBeLessThan(45);
      expect([left >= 0, right <= prepared.image.width]).toEqual([true, true]);
    }
    const cells = sampleLines(await preparePage(asPage(table(), 200), 0), 50);
    expect(cells.length).toBeGreaterThan(25);
    expect(Math.max(...cells.map(({ left, right }) => right - left))).toBeLessThan(160);
  });
});
