import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Component } from '../../../../src/extract/ocr/lines/components.js';
import { around, isCore } from '../../../../src/extract/ocr/lines/line-boxes.js';
import { linkedLines } from '../../../../src/extract/ocr/lines/linked-lines.js';
import { boxOf, characters, SIZE, spot } from './spots.js';

/** The two points of a colon. */
function colon(left: number, top: number): Component[] {
  return [spot(left, top + 5, 3, 3), spot(left, top + 13, 3, 3)];
}

describe('lines outside cells', () => {
  test.each<readonly [string, readonly Component[], readonly (readonly number[])[]]>([
    ['none on paper', [], []],
    ['characters one behind the other', characters(10, 10, 5), [[10, 10, 108, 28]]],
    ['characters that stand wide, as in a title', characters(10, 10, 3, SIZE, 38), [[10, 10, 104, 28]]],
    [
      'columns that nothing rules stay apart',
      [...characters(10, 10, 3), ...characters(110, 10, 3)],
      [
        [10, 10, 68, 28],
        [110, 10, 168, 28],
      ],
    ],
    [
      'lines above each other stay apart',
      [...characters(10, 10, 3), ...characters(10, 34, 3)],
      [
        [10, 10, 68, 28],
        [10, 34, 68, 52],
      ],
    ],
    [
      'columns whose lines stand at other heights',
      [...characters(10, 10, 3), ...characters(10, 34, 3), ...characters(120, 22, 3)],
      [
        [10, 10, 68, 28],
        [120, 22, 178, 40],
        [10, 34, 68, 52],
      ],
    ],
    [
      'a line that climbs, as on a page not quite straight',
      Array.from({ length: 20 }, (_, i) => spot(10 + i * 20, 40 - i, 18, 18)),
      [[10, 21, 408, 58]],
    ],
    ['a title larger than the rest, wide as it is set', characters(10, 10, 4, 60, 100), [[10, 10, 364, 64]]],
    [
      'a colon between words joins them: 单位：万元',
      [...characters(10, 10, 2), ...colon(54, 10), ...characters(78, 10, 2)],
      [[10, 10, 116, 28]],
    ],
    [
      'the roof of 个 beside no stroke at its height: 个， and what follows',
      [spot(10, 10, 19, 9), spot(18, 16, 2, 13), spot(33, 24, 4, 5), ...characters(52, 10, 3)],
      [[10, 10, 110, 29]],
    ],
    [
      '、 that stands apart from its heading, and 一 before it',
      [spot(10, 18, 16, 3), spot(30, 24, 6, 6), ...characters(52, 10, 3)],
      [[10, 10, 110, 30]],
    ],
    ['a speck that far from a line is none of it', [spot(32, 18, 3, 3), ...characters(52, 10, 3)], [[52, 10, 110, 28]]],
    [
      'points that lead to a page number are no text',
      [...characters(10, 10, 3), ...Array.from({ length: 12 }, (_, at) => spot(74 + at * 8, 17, 3, 3))],
      [[10, 10, 68, 28]],
    ],
    [
      'an ellipsis is',
      [...characters(10, 10, 3), ...Array.from({ length: 6 }, (_, at) => spot(74 + at * 8, 17, 3, 3))],
      [[10, 10, 117, 28]],
    ],
    [
      'a colon before a wide gap stays with its word',
      [...characters(10, 10, 2), ...colon(54, 10), ...characters(110, 10, 2)],
      [
        [10, 10, 57, 28],
        [110, 10, 148, 28],
      ],
    ],
    ['a point between digits', [spot(10, 10, 9, 14), spot(21, 21, 3, 3), spot(26, 10, 9, 14)], [[10, 10, 35, 24]]],
    [
      '一 and 、 before a character',
      [spot(10, 18, 17, 2), spot(30, 23, 5, 5), ...characters(45, 10, 2)],
      [[10, 10, 83, 28]],
    ],
    [
      '一、 before a character, 、 at the left of its em',
      [spot(10, 18, 17, 2), spot(30, 23, 5, 5), ...characters(53, 10, 2)],
      [[10, 10, 91, 28]],
    ],
    [
      '、 between quotation marks that open and close',
      [...characters(10, 10, 2), spot(50, 10, 6, 6), spot(71, 23, 5, 5), spot(94, 10, 6, 6), ...characters(101, 10, 2)],
      [[10, 10, 139, 28]],
    ],
    ['dirt joins none', [...characters(10, 10, 2), spot(55, 15, 1, 1)], [[10, 10, 48, 28]]],
    ['a point far from every line is none', [...characters(10, 10, 2), spot(200, 100, 3, 3)], [[10, 10, 48, 28]]],
    [
      'a stamp, many times higher than the type, is none',
      [...characters(10, 10, 2), spot(60, 0, 95, 95)],
      [[10, 10, 48, 28]],
    ],
  ])('%s', (_, spots, expected) => {
    expect(linkedLines(spots, SIZE).map(({ box }) => boxOf(box))).toEqual(expected);
  });
});

const anySpot = fc
  .tuple(fc.nat(300), fc.nat(150), fc.integer({ min: 1, max: 60 }), fc.integer({ min: 1, max: 60 }))
  .map((values) => spot(...values));

test('every character is in one line, no spot in two, and the box of a line is that of its spots', () => {
  fc.assert(
    fc.property(fc.array(anySpot, { maxLength: 25 }), (spots) => {
      const lines = linkedLines(spots, SIZE);
      const members = lines.flatMap((line) => line.spots);
      expect(new Set(members).size).toBe(members.length);
      for (const character of spots.filter((one) => isCore(one, SIZE, 4.5))) expect(members).toContain(character);
      for (const line of lines) expect(line.box).toEqual(around(line.spots));
    }),
    { numRuns: 500 },
  );
});

test('lines come from top to bottom', () => {
  fc.assert(
    fc.property(fc.array(anySpot, { maxLength: 25 }), (spots) => {
      const tops = linkedLines(spots, SIZE).map(({ box }) => box.top);
      expect(tops).toEqual(tops.toSorted((a, b) => a - b));
    }),
  );
});
