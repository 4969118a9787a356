import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { editDistance } from '../../../src/normalize/scan/edit-distance.js';

/** The whole matrix, by the definition. */
function byMatrix(from: string, to: string): number {
  const [a, b] = [[...from], [...to]];
  const matrix = [[0, ...b.map((_, index) => index + 1)]];
  for (const [i, character] of a.entries()) {
    const above = matrix[i] ?? [];
    const row = [i + 1];
    for (const [j, other] of b.entries())
      row.push(Math.min((above[j + 1] ?? 0) + 1, (row[j] ?? 0) + 1, (above[j] ?? 0) + (character === other ? 0 : 1)));
    matrix.push(row);
  }
  return matrix.at(-1)?.at(-1) ?? 0;
}

const FAR = 99;
/** Few characters, so that texts share some; the last is two code units. */
const text = fc.string({ unit: fc.constantFrom('支', '出', '收', '入', '𠮷'), maxLength: 9 });

describe('editDistance', () => {
  it.each([
    ['', '', 0],
    ['', '合计', 2],
    ['合计', '', 2],
    ['合计', '合计', 0],
    ['合汁', '合计', 1],
    ['合计数', '合计', 1],
    ['计', '合计', 1],
    ['收支', '支出', 2],
    ['入收', '收入', 2],
    ['𠮷计', '合计', 1],
    ['2010102', '2010101', 1],
  ])('%j to %j is %i', (from, to, distance) => {
    expect(editDistance(from, to, FAR)).toBe(distance);
  });

  it('is that of the whole matrix, or one more than the limit', () => {
    fc.assert(
      fc.property(text, text, fc.integer({ min: 0, max: 10 }), (from, to, limit) => {
        expect(editDistance(from, to, limit)).toBe(Math.min(byMatrix(from, to), limit + 1));
      }),
      { numRuns: 1000 },
    );
  });

  it('is a distance: 0 only for the same text, the same both ways, never longer than over a third text', () => {
    fc.assert(
      fc.property(text, text, text, (a, b, c) => {
        const distance = editDistance(a, b, FAR);
        expect(distance === 0).toBe(a === b);
        expect(editDistance(b, a, FAR)).toBe(distance);
        expect(distance).toBeLessThanOrEqual(editDistance(a, c, FAR) + editDistance(c, b, FAR));
      }),
    );
  });
});
