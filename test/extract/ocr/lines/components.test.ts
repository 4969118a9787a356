import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Component, componentsOf } from '../../../../src/extract/ocr/lines/components.js';
import { drawn, inOrder, type Mask } from './spots.js';

function shown({ mask, width, height }: Mask): string[] {
  return inOrder(componentsOf(mask, width, height)).map(
    ({ left, top, right, bottom, pixels }) => `${left},${top} - ${right},${bottom}: ${pixels}`,
  );
}

describe('spots of drawn masks', () => {
  test.each([
    ['paper', ['....', '....'], []],
    ['one pixel in the corner', ['...', '..#'], ['2,1 - 3,2: 1']],
    ['full', ['###', '###'], ['0,0 - 3,2: 6']],
    ['two beside each other', ['##.##', '##.##'], ['0,0 - 2,2: 4', '3,0 - 5,2: 4']],
    ['touching at a corner, to the right', ['#..', '.##'], ['0,0 - 3,2: 3']],
    ['touching at a corner, to the left', ['..#', '##.'], ['0,0 - 3,2: 3']],
    ['the end of one row and the begin of the next are apart', ['..#', '#..'], ['2,0 - 3,1: 1', '0,1 - 1,2: 1']],
    ['two legs that meet below', ['#..#', '#..#', '####'], ['0,0 - 4,3: 8']],
    ['three legs that meet by turns', ['#.#.#', '###.#', '..###'], ['0,0 - 5,3: 10']],
    [
      'a spot in a ring stays its own',
      ['#####', '#...#', '#.#.#', '#...#', '#####'],
      ['0,0 - 5,5: 16', '2,2 - 3,3: 1'],
    ],
    ['a spiral', ['#####', '....#', '###.#', '#...#', '#####'], ['0,0 - 5,5: 17']],
  ])('%s', (_, rows, expected) => {
    expect(shown(drawn(...rows))).toEqual(expected);
  });
});

/** The same by painting each spot over, one neighbour after the other. */
function flooded({ mask, width, height }: Mask): Component[] {
  const left = mask.slice();
  const spots: Component[] = [];
  for (let start = 0; start < left.length; start++) {
    if (left[start] !== 1) continue;
    left[start] = 0;
    const open = [start];
    const seen: number[] = [];
    for (let at = open.pop(); at !== undefined; at = open.pop()) {
      seen.push(at);
      const [x, y] = [at % width, Math.floor(at / width)];
      for (let row = Math.max(0, y - 1); row <= Math.min(height - 1, y + 1); row++)
        for (let column = Math.max(0, x - 1); column <= Math.min(width - 1, x + 1); column++) {
          const neighbour = row * width + column;
          if (left[neighbour] !== 1) continue;
          left[neighbour] = 0;
          open.push(neighbour);
        }
    }
    const [xs, ys] = [seen.map((at) => at % width), seen.map((at) => Math.floor(at / width))];
    spots.push({
      left: Math.min(...xs),
      top: Math.min(...ys),
      right: Math.max(...xs) + 1,
      bottom: Math.max(...ys) + 1,
      pixels: seen.length,
    });
  }
  return spots;
}

const masks = fc
  .record({
    width: fc.integer({ min: 1, max: 24 }),
    height: fc.integer({ min: 1, max: 16 }),
    share: fc.integer({ min: 1, max: 9 }),
  })
  .chain(({ width, height, share }) =>
    fc
      .array(fc.integer({ min: 0, max: 9 }), { minLength: width * height, maxLength: width * height })
      .map((values): Mask => ({ mask: Uint8Array.from(values, (value) => (value < share ? 1 : 0)), width, height })),
  );

test('the spots are those that painting over finds, each with its tight box and its ink', () => {
  fc.assert(
    fc.property(masks, (mask) => {
      expect(inOrder(componentsOf(mask.mask, mask.width, mask.height))).toEqual(inOrder(flooded(mask)));
    }),
    { numRuns: 300 },
  );
});

test('no ink is lost and none counted twice', () => {
  fc.assert(
    fc.property(masks, ({ mask, width, height }) => {
      const spots = componentsOf(mask, width, height);
      expect(spots.reduce((sum, { pixels }) => sum + pixels, 0)).toBe(mask.reduce((sum, value) => sum + value, 0));
    }),
  );
});
