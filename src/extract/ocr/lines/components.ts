import type { PixelBox } from '../image.js';

/** A connected spot of ink (8 neighbours), with its box and its size in pixels. */
export interface Component extends PixelBox {
  readonly pixels: number;
}

/** A horizontal run of ink in one row: columns `from` to `to`, the last outside. */
interface InkRun {
  readonly from: number;
  readonly to: number;
  readonly row: number;
}

/** The connected spots of a mask (1 ink, 0 paper), in no order. Runs of ink are joined to those they touch in the row above. */
export function componentsOf(mask: Uint8Array, width: number, height: number): Component[] {
  const runs: InkRun[] = [];
  const parent: number[] = [];
  const root = (index: number): number => {
    let at = index;
    for (let up = parent[at] ?? at; up !== at; up = parent[at] ?? at) {
      parent[at] = parent[up] ?? up;
      at = up;
    }
    return at;
  };
  let above = { from: 0, to: 0 };
  for (let row = 0; row < height; row++) {
    const begin = runs.length;
    let candidate = above.from;
    const line = mask.subarray(row * width, (row + 1) * width);
    for (let from = line.indexOf(1); from >= 0; ) {
      let to = line.indexOf(0, from);
      if (to < 0) to = width;
      const index = runs.push({ from, to, row }) - 1;
      parent.push(index);
      while (candidate < above.to && (runs[candidate]?.to ?? 0) < from) candidate++;
      for (let other = candidate; other < above.to && (runs[other]?.from ?? width) <= to; other++) {
        const [a, b] = [root(other), root(index)];
        if (a !== b) parent[Math.max(a, b)] = Math.min(a, b);
      }
      from = to < width ? line.indexOf(1, to) : -1;
    }
    above = { from: begin, to: runs.length };
  }
  return gathered(runs, root);
}

function gathered(runs: readonly InkRun[], root: (index: number) => number): Component[] {
  const spots = new Map<number, { left: number; top: number; right: number; bottom: number; pixels: number }>();
  runs.forEach(({ from, to, row }, index) => {
    const spot = spots.get(root(index));
    if (spot === undefined) {
      spots.set(root(index), { left: from, top: row, right: to, bottom: row + 1, pixels: to - from });
      return;
    }
    spot.left = Math.min(spot.left, from);
    spot.right = Math.max(spot.right, to);
    spot.bottom = Math.max(spot.bottom, row + 1);
    spot.pixels += to - from;
  });
  return [...spots.values()];
}
