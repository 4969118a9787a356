import type { LayoutCell, LayoutGrid } from './layout-grid.js';
import { misreadCharacters } from './read-alike.js';

/** Share of the characters of a row that may be read otherwise when it is repeated on the next page. */
const MISREAD = 0.15;

/**
 * How many rows at the start of the second part print the same as the first rows of the first part. Text layers must say the same; of rows
 * read from pictures a few characters may be read otherwise, but no digit and no numeral: these tell rows of data from each other.
 */
export function repeatedHeaderRows(first: LayoutGrid, second: readonly LayoutCell[], rows: number): number {
  let same = 0;
  while (same < rows - 1 && same < first.rows && isRepeated(rowOf(first.cells, same), rowOf(second, same))) same++;
  const printed = second.some((cell) => cell.row < same && cell.text !== '');
  return printed ? same : 0;
}

function rowOf(cells: readonly LayoutCell[], row: number): LayoutCell[] {
  return cells.filter((cell) => cell.row === row);
}

function isRepeated(first: readonly LayoutCell[], second: readonly LayoutCell[]): boolean {
  if (second.length === 0 || first.length !== second.length) return false;
  let [characters, misread] = [0, 0];
  for (const [index, cell] of second.entries()) {
    const before = first[index];
    if (before === undefined || cell.column !== before.column || cell.columnSpan !== before.columnSpan) return false;
    const differences = misreadCharacters(before, cell);
    if (differences === null) return false;
    characters += cell.text.replace(/\s/g, '').length;
    misread += differences;
  }
  return misread === 0 || misread <= Math.max(1, characters * MISREAD);
}
