import { describe, expect, it } from 'vitest';
import { rankOf } from '../../../src/verify/repair/rank.js';

const row = (factors: Record<string, number>) => new Map(Object.entries(factors));

describe('rankOf', () => {
  it.each([
    ['nothing', [], 0],
    ['one', [row({ a: 1, b: -1 })], 1],
    ['a copy, the other way round', [row({ a: 1, b: -1 }), row({ a: -1, b: 1 })], 1],
    ['the sum of two others', [row({ a: 1, b: -1 }), row({ b: 1, c: -1 }), row({ a: 1, c: -1 })], 2],
    ['three that differ', [row({ a: 1, b: -1 }), row({ b: 1, c: -1 }), row({ a: 2, c: -1 })], 3],
    ['factors of nothing', [row({ a: 0 })], 0],
  ] as const)('%s', (_, rows, expected) => {
    expect(rankOf(rows)).toBe(expected);
  });
});
