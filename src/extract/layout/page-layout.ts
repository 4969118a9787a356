import type { RuledLine } from '../document.js';
import type { Box } from '../place.js';
import { alignedGrids } from './aligned-grid.js';
import type { LayoutGrid } from './layout-grid.js';
import { linesOf, lineText } from './lines.js';
import { ruleNetworks } from './rule-networks.js';
import { ruledGrid } from './ruled-grid.js';
import type { LayoutRun } from './run.js';

/** A line outside every grid, in points of the upright page. */
export interface LayoutLine {
  readonly text: string;
  readonly box: Box;
}

/** The lines and grids of one page in reading order, top to bottom. */
export interface PageLayout {
  readonly page: number;
  readonly items: readonly (LayoutLine | LayoutGrid)[];
  /** The page prints something that could not be read: no table may be taken to go on over it. */
  readonly unread: boolean;
}

export function isLayoutGrid(item: LayoutLine | LayoutGrid): item is LayoutGrid {
  return 'columnEdges' in item;
}

/** Lays out one upright page: tables where rules draw them, tables where words are aligned, and the lines between. */
export function layOutPage(page: number, runs: readonly LayoutRun[], rules: readonly RuledLine[]): PageLayout {
  const items: (LayoutLine | LayoutGrid)[] = [];
  const taken = new Set<LayoutRun>();
  // Larger networks first: a table inside a cell of another belongs to the outer one's cell text.
  const networks = ruleNetworks(rules).sort(
    (a, b) => b.horizontal.length * b.vertical.length - a.horizontal.length * a.vertical.length,
  );
  for (const network of networks) {
    const result = ruledGrid(
      network,
      runs.filter((run) => !taken.has(run)),
      page,
    );
    if (!result) continue;
    items.push(result.grid);
    for (const run of result.taken) taken.add(run);
  }
  const lines = linesOf(runs.filter((run) => !taken.has(run)));
  const aligned = alignedGrids(lines, page);
  items.push(...aligned.grids);
  for (const line of aligned.rest) items.push({ text: lineText(line), box: line.box });
  items.sort((a, b) => a.box.top - b.box.top || a.box.left - b.box.left);
  return { page, items, unread: false };
}
