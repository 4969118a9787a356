import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Component } from '../../../../src/extract/ocr/lines/components.js';
import { around, inkLines, isCore, typeSize } from '../../../../src/extract/ocr/lines/line-boxes.js';
import { boxOf, characters, inOrder, SIZE, spot } from './spots.js';

function boxes(spots: readonly Component[]): (readonly number[])[] {
  return inkLines(spots, SIZE).map(({ box }) => boxOf(box));
}

describe('lines of a cell', () => {
  test.each<readonly [string, readonly Component[], readonly (readonly number[])[]]>([
    ['none in an empty cell', [], []],
    ['one of characters', characters(5, 5, 4), [[5, 5, 83, 23]]],
    [
      'two, from top to bottom',
      [...characters(5, 35, 2), ...characters(5, 5, 4)],
      [
        [5, 5, 83, 23],
        [5, 35, 43, 53],
      ],
    ],
    [
      'a second line far to the side of the first',
      [...characters(5, 5, 2), ...characters(305, 35, 2)],
      [
        [5, 5, 43, 23],
        [305, 35, 343, 53],
      ],
    ],
    ['a dash alone', [spot(40, 12, 12, 2)], [[40, 12, 52, 14]]],
    ['一 alone, thin as it is', [spot(40, 12, 17, 1)], [[40, 12, 57, 13]]],
    ['二 of two strokes', [spot(42, 6, 12, 2), spot(40, 18, 17, 2)], [[40, 6, 57, 20]]],
    ['三 of three strokes', [spot(42, 4, 13, 2), spot(43, 11, 11, 2), spot(40, 19, 17, 2)], [[40, 4, 57, 21]]],
    ['二 beside characters', [...characters(60, 5, 2), spot(42, 7, 12, 2), spot(40, 20, 17, 2)], [[40, 5, 98, 23]]],
    ['digits and their point', [spot(10, 8, 9, 14), spot(20, 20, 3, 3), spot(25, 8, 9, 14)], [[10, 8, 34, 23]]],
    [
      'a comma that hangs below its digits',
      [spot(10, 8, 9, 14), spot(20, 20, 3, 6), spot(25, 8, 9, 14)],
      [[10, 8, 34, 26]],
    ],
    ['a minus before digits', [spot(2, 14, 7, 2), spot(10, 8, 9, 14)], [[2, 8, 19, 22]]],
    ['a point alone is none', [spot(40, 12, 3, 3)], []],
    ['dirt is none', [spot(40, 12, 1, 1)], []],
    ['dirt beside characters does not widen them', [...characters(5, 5, 2), spot(60, 12, 1, 1)], [[5, 5, 43, 23]]],
    [
      'a rest of a rule, too high for a character, is none',
      [...characters(5, 5, 2), spot(60, 0, 2, 50)],
      [[5, 5, 43, 23]],
    ],
  ])('%s', (_, spots, expected) => {
    expect(boxes(spots)).toEqual(expected);
  });

  // Brackets are higher than characters, and bridge the paper between lines.
  test.each([
    ['two', 2, 18],
    ['two', 2, 21],
    ['two', 2, 26],
    ['three', 3, 20],
    ['three', 3, 22],
    ['three', 3, 26],
    ['four', 4, 22],
    ['four', 4, 24],
    ['five', 5, 23],
  ])('%s touching lines are cut (%i, one every %i pixels)', (_, count, pitch) => {
    const rows = Array.from({ length: count }, (_row, line) => [
      ...characters(5, 5 + line * pitch, 6),
      spot(130, 3 + line * pitch, 5, 25),
    ]);
    const lines = inkLines(rows.flat(), SIZE);
    expect(lines.map(({ spots }) => inOrder(spots))).toEqual(rows.map(inOrder));
  });

  test('a stroke across two lines belongs to one of them, and the others stay apart', () => {
    const [upper, lower] = [characters(5, 5, 6), characters(5, 30, 6)];
    const lines = inkLines([...upper, ...lower, spot(140, 15, 4, 21)], SIZE);
    expect(lines).toHaveLength(2);
    expect(lines[0]?.spots).toEqual(expect.arrayContaining(upper));
    expect(lines[1]?.spots).toEqual(expect.arrayContaining(lower));
  });
});

const anySpot = fc
  .tuple(fc.nat(200), fc.nat(120), fc.integer({ min: 1, max: 45 }), fc.integer({ min: 1, max: 45 }))
  .map((values) => spot(...values));

test('every character is in one line, no spot in two, and the box of a line is that of its spots', () => {
  fc.assert(
    fc.property(fc.array(anySpot, { maxLength: 25 }), (spots) => {
      const lines = inkLines(spots, SIZE);
      const members = lines.flatMap((line) => line.spots);
      expect(new Set(members).size).toBe(members.length);
      for (const character of spots.filter((one) => isCore(one, SIZE))) expect(members).toContain(character);
      for (const line of lines) expect(line.box).toEqual(around(line.spots));
    }),
    { numRuns: 500 },
  );
});

describe('the type size of a page', () => {
  const dpi = 144;
  test.each<readonly [string, readonly Component[], number | null]>([
    ['is a little more than the height of its characters', characters(0, 0, 12, 20), 18 * 1.06],
    ['is that of most, not of the title', [...characters(0, 0, 4, 40), ...characters(0, 60, 12, 20)], 18 * 1.06],
    [
      'does not count digits, which are narrow',
      [...characters(0, 0, 12, 20), ...Array.from({ length: 50 }, (_, i) => spot(i * 10, 40, 7, 14))],
      18 * 1.06,
    ],
    [
      'does not count dirt',
      [...characters(0, 0, 12, 20), ...Array.from({ length: 50 }, (_, i) => spot(i * 10, 40, 3, 3))],
      18 * 1.06,
    ],
    ['is unknown on a page of few characters', characters(0, 0, 7, 20), null],
    ['is unknown on an empty page', [], null],
  ])('%s', (_, spots, expected) => {
    expect(typeSize(spots, dpi)).toEqual(expected === null ? null : expect.closeTo(expected, 5));
  });
});
