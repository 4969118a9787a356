/** Draws whole numbers from `low` to `high`, both included. */
export type Draw = (low: number, high: number) => number;

/**
 * A repeatable sequence of draws (mulberry32): the same seed gives the same invented figures on every machine.
 * Not fit for anything but samples.
 */
export function seeded(seed: number): Draw {
  let state = seed | 0;
  return (low, high) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return low + (((mixed ^ (mixed >>> 14)) >>> 0) % (high - low + 1));
  };
}
