import type { Clock } from '../clock.js';

const FIRST = 5_000;
const LONGEST = 6 * 3_600_000;

/**
 * How long to wait after so many failures in a row (from 1), in milliseconds: twice as long each time, from five seconds to six hours,
 * less a random part of up to a half, so that what failed together does not come again together.
 */
export function backoff(failures: number, random: Clock['random']): number {
  const longest = Math.min(LONGEST, FIRST * 2 ** Math.min(Math.max(failures - 1, 0), 30));
  return Math.round(longest * (1 - random() / 2));
}
