import { type Box, boxAround } from '../place.js';
import { type AlignedColumn, alignedColumns } from './aligned-columns.js';
import { type AlignedRegion, alignedRegions } from './aligned-region.js';
import { alignedRows, columnOf } from './aligned-rows.js';
import { cellText } from './cell-text.js';
import type { LayoutCell, LayoutGrid } from './layout-grid.js';
import type { RunLine } from './lines.js';
import type { LayoutRun } from './run.js';

/**
 * Tables without rules, found by the alignment of their words, and the lines that belong to none. The header becomes one
 * row: where nothing is ruled, nothing tells the levels of a header from the lines of a wrapped head.
 */
export function alignedGrids(
  lines: readonly RunLine[],
  page: number,
): { readonly grids: readonly LayoutGrid[]; readonly rest: readonly RunLine[] } {
  const grids: LayoutGrid[] = [];
  const taken = new Set<RunLine>();
  for (const region of alignedRegions(lines)) {
    const columns = alignedColumns(region);
    if (columns.length < 2 || !columns.some((column) => column.numeric)) continue;
    const grid = gridOf(region, columns, page);
    if (!grid) continue;
    grids.push(grid);
    for (const line of [...region.header, ...region.body]) taken.add(line);
  }
  return { grids, rest: lines.filter((line) => !taken.has(line)) };
}

function gridOf(region: AlignedRegion, columns: readonly AlignedColumn[], page: number): LayoutGrid | null {
  const box = boxAround([...region.header, ...region.body].map((line) => line.box));
  if (!box) return null;
  const edges = edgesOf(columns, box);
  const cells: LayoutCell[] = [];
  const headed = region.header.length > 0 ? 1 : 0;
  const put = (
    row: number,
    middle: number,
    contents: ReadonlyMap<number, { readonly runs: readonly LayoutRun[]; readonly span: number }>,
  ): void => {
    for (let column = 0; column < columns.length; column++) {
      const content = contents.get(column);
      const span = content?.span ?? 1;
      const outline: Box = {
        left: edges[column] ?? 0,
        right: edges[column + span] ?? 0,
        top: middle - 5,
        bottom: middle + 5,
      };
      const { text, box: printed, confidence, filled, readings } = cellText(content?.runs ?? [], outline);
      cells.push({
        row,
        column,
        rowSpan: 1,
        columnSpan: span,
        text,
        places: [{ page, box: printed ?? outline }],
        confidence,
        filled,
        ...(readings === undefined ? {} : { readings }),
      });
      column += span - 1;
    }
  };
  if (headed) put(0, box.top + 5, headCells(region.header, columns));
  const rows = alignedRows(region.body, columns);
  rows.forEach((row, index) => {
    put(index + headed, row.middle, row.cells);
  });
  return {
    method: 'aligned',
    rows: rows.length + headed,
    columnEdges: edges,
    stretches: columns,
    cells,
    pages: [page],
    box,
    lastBox: box,
  };
}

function headCells(
  header: readonly RunLine[],
  columns: readonly AlignedColumn[],
): Map<number, { runs: LayoutRun[]; span: number }> {
  const cells = new Map<number, { runs: LayoutRun[]; span: number }>();
  for (const run of header.flatMap((line) => line.runs)) {
    const column = columnOf(run, columns);
    const cell = cells.get(column);
    if (cell) cell.runs.push(run);
    else cells.set(column, { runs: [run], span: 1 });
  }
  return cells;
}

/** Borders in the middle of the gutters. */
function edgesOf(columns: readonly AlignedColumn[], box: Box): number[] {
  const edges = [box.left];
  for (let i = 1; i < columns.length; i++) edges.push(((columns[i - 1]?.right ?? 0) + (columns[i]?.left ?? 0)) / 2);
  return [...edges, box.right];
}
