import type { Grid, GridCell } from '../../extract/document.js';
import type { Box } from '../../extract/place.js';
import type { GridView } from '../statements/grid-view.js';
import type { PrintedText } from './evaluation.js';
import { type Lexicon, labelWord } from './words.js';

/** A header cell: where its column stands in the grid, and on the page for a grid that goes on without a header. */
interface HeadCell {
  readonly from: number;
  /** The first column that does not belong to it. */
  readonly to: number;
  readonly cell: GridCell;
}

/** The columns of a block by their header words. */
export type Heads<Key extends string> = ReadonlyMap<Key, HeadCell>;

export function textOf({ text, places }: GridCell): PrintedText {
  return { text: text.trim(), places };
}

/** The columns that the cells of a row name. The first cell of two with the same word counts. */
export function headsIn<Key extends string>(cells: readonly GridCell[], lexicon: Lexicon<Key>): Heads<Key> {
  const heads = new Map<Key, HeadCell>();
  for (const cell of cells) {
    const key = lexicon.get(labelWord(cell.text));
    if (key !== undefined && !heads.has(key))
      heads.set(key, { from: cell.column, to: cell.column + cell.columnSpan, cell });
  }
  return heads;
}

/** The cell of a row that stands under a header cell: the first that begins there, else the one that covers it. */
export function under(view: GridView, row: number, head: HeadCell | undefined): GridCell | null {
  return head === undefined || head.from >= view.columns ? null : view.at(row, head.from);
}

/**
 * The same columns in a grid that goes on without a header of its own. Columns are found by where they stand on the page; without
 * boxes by their number, where both grids have as many. Empty where a column can not be found.
 */
export function headsMovedTo<Key extends string>(heads: Heads<Key>, before: Grid, grid: Grid): Heads<Key> {
  const moved = new Map<Key, HeadCell>();
  for (const [key, head] of heads) {
    const box = uprightBox(head.cell);
    const middle = box === null ? null : (box.left + box.right) / 2;
    const cell = grid.cells.find((one) => {
      const own = uprightBox(one);
      const narrow = own !== null && box !== null && own.right - own.left < 1.3 * (box.right - box.left);
      return narrow && middle !== null && own.left < middle && own.right > middle;
    });
    if (cell !== undefined) moved.set(key, { ...head, from: cell.column, to: cell.column + cell.columnSpan });
    else if (box === null && before.columns === grid.columns) moved.set(key, head);
    else return new Map();
  }
  return moved;
}

function uprightBox({ upright, places: [place] }: GridCell): Box | null {
  return upright ?? place?.box ?? null;
}
