// Two things measured in turns, so that a change of the machine's speed meets both.

/** Runs `ours` and `theirs` in turns; the median milliseconds of each. `warmUp` rounds are not counted. */
export async function interleaved(ours, theirs, { rounds, warmUp }) {
  const times = { ours: [], theirs: [] };
  for (let round = -warmUp; round < rounds; round++) {
    const oursFirst = round % 2 === 0;
    const first = await milliseconds(oursFirst ? ours : theirs);
    const second = await milliseconds(oursFirst ? theirs : ours);
    if (round < 0) continue;
    times.ours.push(oursFirst ? first : second);
    times.theirs.push(oursFirst ? second : first);
  }
  return { ours: median(times.ours), theirs: median(times.theirs) };
}

/** Wall-clock milliseconds of one call. */
export async function milliseconds(call) {
  const start = performance.now();
  await call();
  return performance.now() - start;
}

/** The middle value; the mean of the two middle ones for an even number. */
export function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length / 2;
  return (sorted[Math.ceil(middle) - 1] + sorted[Math.floor(middle)]) / 2;
}
