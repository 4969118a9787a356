import { type HalfRow, twoSidedRow } from './rows.js';
import type { PrintedRow } from './table.js';

/** Rows of a two-sided statement: both lists begin at the top, the shorter one ends early, then the totals in line. */
export function sideBySide(
  left: readonly HalfRow[],
  right: readonly HalfRow[],
  totals: readonly (readonly [HalfRow | null, HalfRow | null])[],
  widths: readonly [number, number],
  blankRows = 0,
): PrintedRow[] {
  const length = Math.max(left.length, right.length) + blankRows;
  const rows = Array.from({ length }, (_, index) => twoSidedRow(left[index] ?? null, right[index] ?? null, widths));
  return [...rows, ...totals.map(([l, r]) => twoSidedRow(l, r, widths))];
}
