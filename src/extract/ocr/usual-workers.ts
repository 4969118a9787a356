/**
 * Processes that read pictures on a machine with so many processors: half of them (an engine keeps one busy, and two on one core gain
 * nothing), four at most.
 */
export function usualWorkers(processors: number): number {
  return Math.min(4, Math.max(1, Math.floor(processors / 2)));
}
