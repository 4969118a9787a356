import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Component } from '../../../../src/extract/ocr/lines/components.js';
import { cutLine } from '../../../../src/extract/ocr/lines/line-image.js';
import { pageLines } from '../../../../src/extract/ocr/lines/page-lines.js';
import { inkIn, inkOf, pictureOf, ruled } from './drawn-page.js';
import { boxOf, characters, inOrder, spot } from './spots.js';

/** What tells the type size: two lines of prose at the foot. 18 pixels high. */
const PROSE = [...characters(20, 500, 12), ...characters(20, 530, 12)];
const SIZE = 18 * 1.06;
/** Cells of 200 by 40 pixels, the first at (100, 100). */
const TABLE = ruled([50, 150, 250], [50, 70, 90, 110]);

function linesOf(spots: readonly Component[], rules = TABLE) {
  return pageLines(inkOf(600, 600, [...spots, ...PROSE], rules)).lines.filter(({ box }) => box.top < 490);
}

describe('lines of a page with a table', () => {
  test('a cell gives its lines, with its inside as the area of their pictures', () => {
    const [line, ...others] = linesOf(characters(110, 110, 4));
    expect(others).toEqual([]);
    expect(line).toMatchObject({ inCell: true, size: SIZE });
    expect(boxOf(line?.box ?? spot(0, 0, 0, 0))).toEqual([110, 110, 188, 128]);
    expect(boxOf(line?.clip ?? spot(0, 0, 0, 0))).toEqual([102, 102, 298, 138]);
  });

  test('a dash alone in a cell is a line; a point, dirt and paper are none', () => {
    const lines = linesOf([spot(240, 118, 12, 2), spot(340, 118, 3, 3), spot(140, 160, 1, 1)]);
    expect(lines.map(({ box }) => boxOf(box))).toEqual([[240, 118, 252, 120]]);
  });

  test('words of neighbouring cells stay apart however near they stand', () => {
    const lines = linesOf([...characters(220, 110, 4, 20, 19), ...characters(304, 110, 4)]);
    expect(inOrder(lines.map(({ box }) => box)).map(boxOf)).toEqual([
      [220, 110, 295, 128],
      [304, 110, 382, 128],
    ]);
  });

  test('what stands above the table is outside all cells', () => {
    const [line, ...others] = linesOf(characters(110, 60, 4));
    expect(others).toEqual([]);
    expect(line).toMatchObject({ inCell: false, clip: { left: 0, top: 0, right: 600, bottom: 600 } });
  });

  test('a title has its own type size, the rest that of the page', () => {
    const lines = linesOf([...characters(60, 20, 5, 60), ...characters(110, 110, 4)]);
    expect(lines.map(({ inCell, size }) => [inCell, Math.round(size * 100) / 100])).toEqual([
      [true, 19.08],
      [false, 54 * 1.06],
    ]);
  });

  test('unruled columns are lines of their own, each cut off before its neighbours', () => {
    const lines = linesOf([...characters(60, 20, 3), ...characters(150, 20, 3), ...characters(300, 20, 2)], []);
    expect(lines.map(({ box, clip }) => [clip.left, box.left, box.right, clip.right])).toEqual([
      [0, 60, 118, 149],
      [119, 150, 208, 299],
      [209, 300, 338, 600],
    ]);
  });
});

test('an empty page has no lines', () => {
  expect(pageLines(inkOf(300, 300, [], [])).lines).toEqual([]);
});

test('a page of a few characters has lines, though they do not tell the type size', () => {
  expect(pageLines(inkOf(300, 300, characters(20, 20, 3), [])).lines.map(({ box }) => boxOf(box))).toEqual([
    [20, 20, 78, 38],
  ]);
});

/** Words at random places of some rows, with gaps that are wider than those between characters. */
const rows = fc.array(
  fc.array(fc.record({ gap: fc.integer({ min: 24, max: 90 }), count: fc.integer({ min: 1, max: 4 }) }), {
    maxLength: 5,
  }),
  { minLength: 1, maxLength: 6 },
);

test('the picture of a line holds its own ink and no other', () => {
  fc.assert(
    fc.property(rows, (words) => {
      const spots = words.flatMap((row, index) => {
        let left = 0;
        return row.flatMap(({ gap, count }) => {
          const word = characters(left + gap, 20 + index * 40, count);
          left += gap + count * 20;
          return word;
        });
      });
      const page = inkOf(900, 600, [...spots, ...PROSE]);
      const picture = pictureOf(page);
      const { lines } = pageLines(page);
      expect(lines).toHaveLength(words.flat().length + 2);
      for (const { box, clip, size } of lines) {
        const own = (box.right - box.left + 2) * 18 - Math.round((box.right - box.left + 2) / 20) * 36;
        expect(inkIn(cutLine(picture, box, clip, size).image)).toBe(own);
      }
    }),
    { numRuns: 60 },
  );
});

test('the picture of a line of a cell holds nothing of the neighbouring cells', () => {
  // Cells whose words touch the rules on all sides.
  const spots = [102, 302].flatMap((left) => [102, 142, 182].flatMap((top) => [spot(left, top, 196, 36)]));
  const page = inkOf(600, 600, [...spots, ...PROSE], TABLE);
  const lines = pageLines(page).lines.filter(({ inCell }) => inCell);
  expect(lines).toHaveLength(6);
  for (const { box, clip, size } of lines)
    expect(inkIn(cutLine(pictureOf(page), box, clip, size).image)).toBe(196 * 36);
});
