import type { Grid, GridCell } from '../document.js';

/** A cell of a row before it is put into a grid. `span` columns from `column`. */
export interface RowCell {
  readonly column: number;
  readonly span: number;
  readonly text: string;
  /** Pages that the text of the cell stands on, in order. */
  readonly pages: readonly number[];
}

/** A row with its filled cells from left to right; the columns between them are empty. */
export interface GridRow {
  readonly cells: readonly RowCell[];
  /** Page of the row's first line: the place of its empty cells. */
  readonly page: number;
}

/** A row whose text is kept whole because its columns cannot be told, or a header that stands over all columns. */
export function wholeRow(text: string, pages: readonly number[], columns: number): GridRow {
  const distinct = [...new Set(pages)];
  return { cells: [{ column: 0, span: columns, text, pages: distinct }], page: distinct[0] ?? 1 };
}

function gridCell(row: number, column: number, span: number, text: string, pages: readonly number[]): GridCell {
  const places = pages.map((page) => ({ page, box: null }));
  return { row, column, rowSpan: 1, columnSpan: span, text, places, confidence: null };
}

function cellsOf(row: GridRow, index: number, columns: number): GridCell[] {
  const cells: GridCell[] = [];
  let next = 0;
  const fillUpTo = (column: number): void => {
    for (; next < column; next += 1) cells.push(gridCell(index, next, 1, '', [row.page]));
  };
  for (const cell of row.cells) {
    fillUpTo(cell.column);
    cells.push(gridCell(index, cell.column, cell.span, cell.text, cell.pages));
    next = cell.column + cell.span;
  }
  fillUpTo(columns);
  return cells;
}

/** The rows as a grid in which every (row, column) is covered by exactly one cell; free columns become empty cells. */
export function gridOfRows(rows: readonly GridRow[], columns: number): Grid {
  const cells = rows.flatMap((row, index) => cellsOf(row, index, columns));
  const pages = new Set(cells.flatMap((cell) => cell.places.map((place) => place.page)));
  return {
    kind: 'grid',
    method: 'text',
    rows: rows.length,
    columns,
    cells,
    pages: [...pages].sort((one, other) => one - other),
    top: 0,
  };
}
