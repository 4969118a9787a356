import type { AlignedColumn } from './aligned-columns.js';
import { isNumberRun } from './aligned-region.js';
import type { RunLine } from './lines.js';
import type { LayoutRun } from './run.js';
import { startsItem } from './text-grid-tokens.js';

/** The runs of one row, by column. A joined cell stands in its first column and says how far it reaches. */
export interface AlignedRow {
  readonly middle: number;
  readonly cells: ReadonlyMap<number, { readonly runs: LayoutRun[]; readonly span: number }>;
}

interface Anchor {
  middle: number;
  height: number;
  runs: LayoutRun[];
}

/** A code or the beginning of an entry makes a row of its own, even when all its values are blank. */
const CODE = /^\d{3,7}$/;

/**
 * Rows of a table without rules. Numbers that stand on one height are the anchor of a row; codes and beginnings of entries
 * (一、…) make rows where no number does; every other word is a piece of a wrapped label and goes to the nearest anchor.
 */
export function alignedRows(lines: readonly RunLine[], columns: readonly AlignedColumn[]): AlignedRow[] {
  const anchors: Anchor[] = [];
  const rest: LayoutRun[] = [];
  for (const run of lines.flatMap((line) => line.runs)) {
    if (isNumberRun(run) && columns[columnOf(run, columns)]?.numeric) anchor(anchors, run);
    else rest.push(run);
  }
  const numbered = [...anchors];
  const beginnings = rest.filter((run) => CODE.test(run.text) || startsItem(run.text));
  const fragments = rest.filter((run) => !beginnings.includes(run));
  for (const run of beginnings) {
    const wrapped = numbered.find((one) => beginsWrappedLabel(run, one, fragments, beginnings, columns));
    if (wrapped) wrapped.runs.push(run);
    else anchor(anchors, run);
  }
  for (const run of fragments) nearestTo(run, anchors)?.runs.push(run);
  anchors.sort((a, b) => a.middle - b.middle);
  return anchors.map((one) => ({ middle: one.middle, cells: cellsOf(one.runs, columns) }));
}

function anchor(anchors: Anchor[], run: LayoutRun): void {
  const middle = middleOf(run);
  const height = run.box.bottom - run.box.top;
  const same = anchors.find((one) => Math.abs(one.middle - middle) < Math.min(one.height, height) * 0.55);
  if (same) same.runs.push(run);
  else anchors.push({ middle, height, runs: [run] });
}

/**
 * A label of several lines is centred on the height of its number, so its beginning stands above: half a line when there are
 * two lines, a whole line when there are three, and then pieces of the label stand at the number and as far below it.
 */
function beginsWrappedLabel(
  run: LayoutRun,
  one: Anchor,
  fragments: readonly LayoutRun[],
  beginnings: readonly LayoutRun[],
  columns: readonly AlignedColumn[],
): boolean {
  const height = run.box.bottom - run.box.top;
  const above = one.middle - middleOf(run);
  const column = columnOf(run, columns);
  if (above < height * 0.2 || above > height * 1.7) return false;
  const between = beginnings.some(
    (other) =>
      other !== run &&
      columnOf(other, columns) === column &&
      middleOf(other) > middleOf(run) &&
      middleOf(other) < one.middle + height * 0.4,
  );
  if (between) return false;
  if (above < height * 0.85) return true;
  const pieceAt = (offset: number): boolean =>
    fragments.some(
      (other) => columnOf(other, columns) === column && Math.abs(middleOf(other) - one.middle - offset) < height * 0.4,
    );
  return pieceAt(0) && pieceAt(above);
}

function nearestTo(run: LayoutRun, anchors: readonly Anchor[]): Anchor | null {
  return anchors.reduce<Anchor | null>(
    (best, one) => (best === null || distance(one, run) < distance(best, run) ? one : best),
    null,
  );
}

function distance(one: Anchor, run: LayoutRun): number {
  return Math.abs(one.middle - middleOf(run));
}

/**
 * Words that stand in a value column are the label of a joined cell (公用经费合计 over several columns): it reaches from the
 * empty cells on its left to the next number on its right.
 */
function cellsOf(
  runs: readonly LayoutRun[],
  columns: readonly AlignedColumn[],
): Map<number, { runs: LayoutRun[]; span: number }> {
  const cells = new Map<number, { runs: LayoutRun[]; span: number }>();
  for (const run of runs) {
    const column = columnOf(run, columns);
    const cell = cells.get(column);
    if (cell) cell.runs.push(run);
    else cells.set(column, { runs: [run], span: 1 });
  }
  for (const [column, cell] of [...cells]) {
    if (!columns[column]?.numeric || cell.runs.some(isNumberRun)) continue;
    let first = column;
    while (first > 0 && !cells.has(first - 1)) first--;
    let last = column;
    while (last + 1 < columns.length - 1 && !cells.has(last + 1)) last++;
    cells.delete(column);
    cells.set(first, { runs: cell.runs, span: last - first + 1 });
  }
  return cells;
}

/** The column in which the centre of a run stands, or the nearest one. */
export function columnOf(run: LayoutRun, columns: readonly AlignedColumn[]): number {
  const centre = (run.box.left + run.box.right) / 2;
  let best = 0;
  let least = Number.POSITIVE_INFINITY;
  columns.forEach((column, index) => {
    const away = centre < column.left ? column.left - centre : centre > column.right ? centre - column.right : 0;
    if (away < least) {
      least = away;
      best = index;
    }
  });
  return best;
}

function middleOf(run: LayoutRun): number {
  return (run.box.top + run.box.bottom) / 2;
}
