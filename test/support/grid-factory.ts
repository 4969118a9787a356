import type { Grid, GridCell } from '../../src/extract/document.js';

/** What a drawn grid may say besides its cells. */
export interface GridOptions {
  readonly method?: Grid['method'];
  /** Pages of the grid; all cells stand on the first. */
  readonly pages?: readonly number[];
}

/**
 * A grid from a drawing: one line a row, cells between `|`. A cell `<` is covered by the cell on its left, `^` by the one above;
 * `¦` prints a `|`. Lines without any character are left out, so that a drawing may begin on a line of its own.
 *
 *     项目 | 预算 | <
 *     ^    | 基本 | 项目
 */
export function gridOf(drawing: string, { method = 'ruled', pages = [1] }: GridOptions = {}): Grid {
  const rows = drawing
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => line.split('|').map((cell) => cell.trim().replaceAll('¦', '|')));
  const columns = rows[0]?.length ?? 0;
  for (const [row, cells] of rows.entries())
    if (cells.length !== columns)
      throw new Error(`row ${row} of the drawing has ${cells.length} cells, the first has ${columns}`);
  const cells = rows.flatMap((texts, row) =>
    texts.flatMap((text, column) => (isCover(text) ? [] : [cellAt(rows, row, column, text, pages[0] ?? 1)])),
  );
  const covered = cells.reduce((sum, cell) => sum + cell.rowSpan * cell.columnSpan, 0);
  if (covered !== rows.length * columns) throw new Error('the covers < and ^ of the drawing do not make rectangles');
  return { kind: 'grid', method, rows: rows.length, columns, cells, pages, top: 100 };
}

function isCover(text: string | undefined): boolean {
  return text === '<' || text === '^';
}

function cellAt(rows: readonly string[][], row: number, column: number, text: string, page: number): GridCell {
  let columnSpan = 1;
  while (rows[row]?.[column + columnSpan] === '<') columnSpan++;
  let rowSpan = 1;
  while (rows[row + rowSpan]?.[column] === '^') rowSpan++;
  const box = {
    left: column * 100,
    top: 100 + row * 20,
    right: (column + columnSpan) * 100,
    bottom: 100 + (row + rowSpan) * 20,
  };
  return { row, column, rowSpan, columnSpan, text, places: [{ page, box }], confidence: null };
}
