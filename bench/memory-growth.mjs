// Whether memory grows with the number of documents.

/**
 * By how much of itself memory grew between the second tenth of a run and its last, in bytes and as a share. The first tenth is left out: there the
 * program loads, and half its size says nothing of leaks.
 * @param {readonly {bytes: number}[]} memory over the whole run, at equal intervals
 */
export function memoryGrowth(memory) {
  const tenth = Math.max(1, Math.floor(memory.length / 10));
  const mean = (list) => list.reduce((sum, { bytes }) => sum + bytes, 0) / list.length;
  const [early, late] = [mean(memory.slice(tenth, 2 * tenth)), mean(memory.slice(-tenth))];
  return { early, late, share: late / early - 1, peak: Math.max(...memory.map(({ bytes }) => bytes)) };
}
