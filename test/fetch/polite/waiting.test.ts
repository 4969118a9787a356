import fc from 'fast-check';
import { expect, test } from 'vitest';
import { backoff } from '../../../src/fetch/polite/backoff.js';
import { retryAfter } from '../../../src/fetch/polite/retry-after.js';

const NOW = Date.UTC(2025, 0, 1);
const WEEK = 7 * 24 * 3_600_000;

test.each([
  ['120', NOW + 120_000],
  [' 0 ', NOW],
  ['Wed, 01 Jan 2025 00:01:00 GMT', NOW + 60_000],
  ['Mon, 01 Jan 2024 00:00:00 GMT', NOW],
  ['99999999999999999999', NOW + WEEK],
  ['Fri, 01 Jan 2500 00:00:00 GMT', NOW + WEEK],
  ['-5', null],
  ['1.5', null],
  ['soon', null],
  ['2025', NOW + 2_025_000],
  ['', null],
  [undefined, null],
])('Retry-After: %s', (header, expected) => {
  expect(retryAfter(header, NOW)).toBe(expected);
});

test('the wait after a failure grows from seconds to six hours and is never under half of that', () => {
  const waits = [1, 2, 3, 13, 1000].map((failures) => backoff(failures, () => 0));
  expect(waits).toEqual([5_000, 10_000, 20_000, 20_480_000, 21_600_000]);
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 2000 }),
      fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
      (failures, chance) => {
        const wait = backoff(failures, () => chance);
        const longest = backoff(failures, () => 0);
        return Number.isSafeInteger(wait) && wait >= longest / 2 && wait <= longest;
      },
    ),
  );
});
