import fc from 'fast-check';
import { expect, test } from 'vitest';
import { IDENTITY, type Matrix, multiply, xOf, yOf } from '../../../src/extract/pdf/matrix.js';

const number = fc.integer({ min: -50, max: 50 });
const matrix: fc.Arbitrary<Matrix> = fc.tuple(number, number, number, number, number, number);

test.each<{ name: string; by: Matrix; to: readonly [number, number] }>([
  { name: 'moves', by: [1, 0, 0, 1, 10, 20], to: [13, 24] },
  { name: 'stretches', by: [2, 0, 0, 3, 0, 0], to: [6, 12] },
  { name: 'turns by a quarter', by: [0, 1, -1, 0, 0, 0], to: [-4, 3] },
  { name: 'turns the y axis down', by: [1, 0, 0, -1, 0, 100], to: [3, 96] },
])('$name the point (3, 4)', ({ by, to }) => {
  expect([xOf(by, 3, 4), yOf(by, 3, 4)]).toEqual(to);
});

test('the inner transformation comes first: stretched, then moved', () => {
  expect(multiply([1, 0, 0, 1, 10, 0], [2, 0, 0, 2, 0, 0])).toEqual([2, 0, 0, 2, 10, 0]);
  expect(multiply([2, 0, 0, 2, 0, 0], [1, 0, 0, 1, 10, 0])).toEqual([2, 0, 0, 2, 20, 0]);
});

test('the product does to a point what both do one after the other', () => {
  fc.assert(
    fc.property(matrix, matrix, number, number, (outer, inner, x, y) => {
      const [innerX, innerY] = [xOf(inner, x, y), yOf(inner, x, y)];
      const both = multiply(outer, inner);
      expect([xOf(both, x, y), yOf(both, x, y)]).toEqual([xOf(outer, innerX, innerY), yOf(outer, innerX, innerY)]);
    }),
  );
});

test('the identity changes nothing', () => {
  fc.assert(
    fc.property(matrix, (any) => {
      expect(multiply(any, IDENTITY).map((value) => value + 0)).toEqual(any.map((value) => value + 0));
      expect(multiply(IDENTITY, any).map((value) => value + 0)).toEqual(any.map((value) => value + 0));
    }),
  );
});
