/** Upright pages by hand: runs of text, rules, and a short form of the grids that come out. */
import type { RuledLine } from '../../../src/extract/document.js';
import type { LayoutGrid } from '../../../src/extract/layout/layout-grid.js';
import { linesOf, type RunLine } from '../../../src/extract/layout/lines.js';
import { isLayoutGrid, type PageLayout } from '../../../src/extract/layout/page-layout.js';
import { isWide, type LayoutRun } from '../../../src/extract/layout/run.js';

/** A run that begins at `left`: Chinese characters an em wide, others half an em, `size` points high. */
export function run(text: string, left: number, top: number, size = 10): LayoutRun {
  let right = left;
  const parts = [...text].map((character) => {
    const from = right;
    right += isWide(character) ? size : size / 2;
    return { text: character, box: { left: from, top, right, bottom: top + size } };
  });
  return { text, box: { left, top, right, bottom: top + size }, parts, size, confidence: null };
}

/** A run that ends at `right`, as numbers do. */
export function runTo(text: string, right: number, top: number, size = 10): LayoutRun {
  const { box } = run(text, 0, top, size);
  return run(text, right - box.right, top, size);
}

export function lines(...runs: readonly LayoutRun[]): RunLine[] {
  return linesOf(runs);
}

export function h(at: number, from: number, to: number): RuledLine {
  return { direction: 'horizontal', at, from, to };
}

export function v(at: number, from: number, to: number): RuledLine {
  return { direction: 'vertical', at, from, to };
}

/** All rules of a table whose cells are not joined. */
export function ruled(xs: readonly number[], ys: readonly number[]): RuledLine[] {
  const [left = 0, right = 0] = [xs[0], xs.at(-1)];
  const [top = 0, bottom = 0] = [ys[0], ys.at(-1)];
  return [...ys.map((y) => h(y, left, right)), ...xs.map((x) => v(x, top, bottom))];
}

/** The rows of a grid as text, cells parted by '|'; spans as 'text>2' (columns) and 'textv2' (rows). */
export function rowsOf(grid: Pick<LayoutGrid, 'rows' | 'cells'> | null | undefined): string[] {
  return Array.from({ length: grid?.rows ?? 0 }, (_, index) =>
    (grid?.cells ?? [])
      .filter((cell) => cell.row === index)
      .map(
        ({ text, columnSpan, rowSpan }) =>
          `${text}${columnSpan > 1 ? `>${columnSpan}` : ''}${rowSpan > 1 ? `v${rowSpan}` : ''}`,
      )
      .join('|'),
  );
}

/** What stands on a laid-out page: lines as they are, grids as their rows. */
export function itemsOf({ items }: PageLayout): (string | string[])[] {
  return items.map((item) => (isLayoutGrid(item) ? rowsOf(item) : item.text));
}

/** Whether every place of a grid is covered by exactly one cell. */
export function isCovered({ rows, columnEdges, cells }: LayoutGrid): boolean {
  const columns = columnEdges.length - 1;
  const covered = Array.from({ length: rows * columns }, () => 0);
  for (const cell of cells)
    for (let r = cell.row; r < cell.row + cell.rowSpan; r++)
      for (let c = cell.column; c < cell.column + cell.columnSpan; c++)
        covered[r * columns + c] = (covered[r * columns + c] ?? 0) + 1;
  return covered.length === rows * columns && covered.every((times) => times === 1);
}
