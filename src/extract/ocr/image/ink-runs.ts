/** A stretch of one row of pixels that is ink but for small gaps. `to` is the first pixel after it. */
export interface InkRun {
  readonly row: number;
  readonly from: number;
  readonly to: number;
}

/** Ink that a run must have, as a share of its length. */
const FILLED = 0.75;

/**
 * Runs of at least `shortest` pixels in each row, gaps of up to `gap` pixels closed. A row counts the ink of the rows above and
 * below as its own: strokes of a photocopy fray, and no page is perfectly straight.
 */
export function inkRuns(ink: Uint8Array, width: number, height: number, shortest: number, gap: number): InkRun[] {
  const runs: InkRun[] = [];
  for (let row = 0; row < height; row++) {
    const middle = row * width;
    const above = row > 0 ? middle - width : middle;
    const below = row < height - 1 ? middle + width : middle;
    let [from, last, filled] = [-1, -1, 0];
    for (let x = 0; x < width; x++) {
      if (((ink[middle + x] ?? 0) | (ink[above + x] ?? 0) | (ink[below + x] ?? 0)) === 0) continue;
      if (from >= 0 && x - last > gap + 1) {
        if (last + 1 - from >= shortest && filled >= (last + 1 - from) * FILLED) runs.push({ row, from, to: last + 1 });
        from = -1;
      }
      if (from < 0) [from, filled] = [x, 0];
      last = x;
      filled++;
    }
    if (from >= 0 && last + 1 - from >= shortest && filled >= (last + 1 - from) * FILLED)
      runs.push({ row, from, to: last + 1 });
  }
  return runs;
}

/** Runs of neighbouring rows that overlap, directly or through others: one stroke each. */
export function connectedRuns(runs: readonly InkRun[]): InkRun[][] {
  const parent = runs.map((_, index) => index);
  const root = (index: number): number => {
    let at = index;
    while (parent[at] !== at) {
      parent[at] = parent[parent[at] ?? at] ?? at;
      at = parent[at] ?? at;
    }
    return at;
  };
  let above = 0;
  runs.forEach((run, index) => {
    while ((runs[above]?.row ?? run.row) < run.row - 1) above++;
    for (let other = above; (runs[other]?.row ?? run.row) < run.row; other++) {
      const neighbour = runs[other];
      if (neighbour && neighbour.from < run.to && neighbour.to > run.from) parent[root(index)] = root(other);
    }
  });
  const strokes = new Map<number, InkRun[]>();
  runs.forEach((run, index) => {
    const key = root(index);
    const stroke = strokes.get(key);
    if (stroke) stroke.push(run);
    else strokes.set(key, [run]);
  });
  return [...strokes.values()];
}
