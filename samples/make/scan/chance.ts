/** From `from` to `to`, both possible. */
export interface Range {
  readonly from: number;
  readonly to: number;
}

/** Draws of one page: what happens to a page depends on the seed and its number only, not on which other pages are scanned. */
export interface Chance {
  /** A number of the range, all equally likely. */
  readonly within: (range: Range) => number;
  /** True in `share` (0 to 1) of all cases. */
  readonly happens: (share: number) => boolean;
  /** One of the given things. */
  readonly oneOf: <T>(things: readonly T[]) => T | undefined;
  /** A number around 0 with standard deviation 1, never beyond 3.5: four bytes of one draw added up. Quick enough for every pixel. */
  readonly grain: () => number;
}

const WHOLE = 2 ** 32;
/** Mean and standard deviation of the sum of four bytes. */
const GRAIN_MEAN = 510;
const GRAIN_DEVIATION = 147.8;

/** The draws of page `page` under `seed` (mulberry32, as in ../random.ts, but real numbers). */
export function chanceOf(seed: number, page: number): Chance {
  let state = (Math.imul(seed + 1, 0x9e3779b1) ^ Math.imul(page + 1, 0x85ebca6b)) | 0;
  const draw = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return (mixed ^ (mixed >>> 14)) >>> 0;
  };
  const share = (): number => draw() / WHOLE;
  return {
    within: ({ from, to }) => from + share() * (to - from),
    happens: (wanted) => share() < wanted,
    oneOf: (things) => things[Math.floor(share() * things.length)],
    grain: () => {
      const bits = draw();
      const sum = (bits & 255) + ((bits >>> 8) & 255) + ((bits >>> 16) & 255) + (bits >>> 24);
      return (sum - GRAIN_MEAN) / GRAIN_DEVIATION;
    },
  };
}
