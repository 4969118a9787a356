import { setTimeout as wait } from 'node:timers/promises';
import { InterruptedFetch } from './fault.js';

/** Time and chance as fetching sees them; tests put their own in, and wait for nothing. */
export interface Clock {
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** @throws InterruptedFetch as soon as the signal is aborted */
  readonly sleep: (milliseconds: number, signal: AbortSignal) => Promise<void>;
  /** From 0 to 1, without 1. */
  readonly random: () => number;
}

/** Node waits at most so long at once; longer waits would end at once. */
const LONGEST_WAIT = 2 ** 31 - 1;

/** The clock on the wall. */
export const systemClock: Clock = {
  now: () => Date.now(),
  sleep: async (milliseconds, signal) => {
    try {
      await wait(Math.min(Math.max(0, milliseconds), LONGEST_WAIT), undefined, { signal });
    } catch (error) {
      if (signal.aborted) throw new InterruptedFetch();
      throw error;
    }
  },
  random: () => Math.random(),
};
