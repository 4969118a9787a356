import type { LayoutGrid } from './layout-grid.js';
import type { RunLine } from './lines.js';

/** Tables without rules, found by the alignment of their words. */
export function alignedGrids(
  lines: readonly RunLine[],
  _page: number,
): { readonly grids: readonly LayoutGrid[]; readonly rest: readonly RunLine[] } {
  return { grids: [], rest: lines };
}
