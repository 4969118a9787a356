import type { Block, Grid } from '../../../src/extract/document.js';
import { textBlocks } from '../../../src/extract/layout/text-grid.js';
import { pagesOfDump } from '../../../src/extract/text/pages.js';

/** The rows of a grid, cells separated by " | "; a cell over several columns carries their number. */
export function shownRows(grid: Grid): string[] {
  return Array.from({ length: grid.rows }, (_, row) =>
    grid.cells
      .filter((cell) => cell.row === row)
      .map((cell) => (cell.columnSpan > 1 ? `<${cell.columnSpan}>${cell.text}` : cell.text))
      .join(' | '),
  );
}

export function blocksOf(text: string): Block[] {
  return textBlocks(pagesOfDump(text).flat());
}

/** The grids of a dump, each as its rows. */
export function gridsOf(text: string): string[][] {
  return blocksOf(text).flatMap((block) => (block.kind === 'grid' ? [shownRows(block)] : []));
}

/** The lines outside all grids. */
export function linesOutside(text: string): string[] {
  return blocksOf(text).flatMap((block) => (block.kind === 'line' ? [block.text] : []));
}
