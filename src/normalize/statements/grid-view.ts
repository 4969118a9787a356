import type { Grid, GridCell } from '../../extract/document.js';

/** A grid with quick access by row and column; spanning cells are found at each place that they cover. */
export interface GridView {
  readonly grid: Grid;
  readonly rows: number;
  readonly columns: number;
  at(row: number, column: number): GridCell;
  /** The cells that begin in a row, from left to right. */
  startingIn(row: number): readonly GridCell[];
}

/** @throws RangeError for a place outside the grid: a fault of the program */
export function viewOf(grid: Grid): GridView {
  const covering: (GridCell | undefined)[] = new Array(grid.rows * grid.columns);
  const starting: GridCell[][] = Array.from({ length: grid.rows }, () => []);
  for (const cell of grid.cells) {
    starting[cell.row]?.push(cell);
    for (let row = cell.row; row < cell.row + cell.rowSpan; row++)
      for (let column = cell.column; column < cell.column + cell.columnSpan; column++)
        covering[row * grid.columns + column] = cell;
  }
  for (const cells of starting) cells.sort((a, b) => a.column - b.column);
  return {
    grid,
    rows: grid.rows,
    columns: grid.columns,
    at(row, column) {
      const cell = covering[row * grid.columns + column];
      if (cell === undefined || column >= grid.columns)
        throw new RangeError(`no cell at row ${row}, column ${column} of a grid of ${grid.rows} × ${grid.columns}`);
      return cell;
    },
    startingIn: (row) => starting[row] ?? [],
  };
}
