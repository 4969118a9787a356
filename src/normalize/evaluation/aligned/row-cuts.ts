/** A column of a block whose cells may be wrapped over several lines. */
export interface WrappedColumn {
  /** The lines that print something in the column, in order. */
  readonly lines: readonly number[];
  /** Whether a text that breaks off at the end of one line may go on in the other: the line is full. */
  readonly goesOn: (line: number, next: number) => boolean;
}

/** By column: the lines of a row's cell; `null` where it cannot be told which they are. */
export type RowCells = readonly (readonly number[] | null)[];

/** How the cells of a column stand in their row, beside the line of its numbers. */
type Law = 'centre' | 'top' | 'bottom';

const MOST_SOLUTIONS = 200;

/**
 * Which lines belong to which row. A dump shows no rules, but each row has one line that is surely its own, its `anchor` (the line of
 * its numbers, or the middle of its label), and the cells of a table stand in the middle of their row, or at its top, or at its bottom:
 * a wrapped cell then has as many lines above the anchor as below it, or all on one side. One cut between two rows must do for all columns.
 * What every possible way to cut agrees on is read, the rest is not. Anchors may lie between two lines.
 */
export function cutRows(anchors: readonly number[], columns: readonly WrappedColumn[]): readonly RowCells[] {
  const rows: RowCells[] = [];
  for (let from = 0; from < anchors.length; ) {
    let to = from + 1;
    while (to < anchors.length && between(columns, anchors[to - 1], anchors[to]).length > 0) to++;
    // A gap without lines is a cut that is sure: what is before it and what is after it can be told apart from each other.
    const [low, high] = [from === 0 ? -Infinity : (anchors[from - 1] ?? 0), anchors[to] ?? Infinity];
    const own = columns.map(({ lines, goesOn }) => ({
      lines: lines.filter((line) => line > low && line < high),
      goesOn,
    }));
    rows.push(...cutRun(anchors.slice(from, to), own));
    from = to;
  }
  return rows;
}

/** Lines of any column between two anchors. */
function between(columns: readonly WrappedColumn[], low = -Infinity, high = Infinity): number[] {
  const found = columns.flatMap(({ lines }) => lines.filter((line) => line > low && line < high));
  return [...new Set(found)].sort((a, b) => a - b);
}

function cutRun(anchors: readonly number[], columns: readonly WrappedColumn[]): RowCells[] {
  const solutions = new Map<string, readonly RowCells[]>();
  for (const laws of lawsFor(columns, anchors))
    for (const rows of solve(anchors, columns, laws)) solutions.set(JSON.stringify(rows), rows);
  // Too many ways to look at all of them: then nothing is sure.
  const all = solutions.size < MOST_SOLUTIONS ? [...solutions.values()] : [];
  const full = all.filter((rows) =>
    rows.every((cells) => cells.every((cell, at) => cell === null || isFull(cell, columns[at]))),
  );
  const left = full.length > 0 ? full : all;
  return anchors.map((anchor, row) =>
    columns.map(({ lines }, at) => {
      const alone = lines.every((line) => line === anchor || anchors.includes(line));
      if (alone) return lines.filter((line) => line === anchor);
      const [cell, ...others] = new Set(left.map((rows) => JSON.stringify(rows[row]?.[at])));
      return cell === undefined || others.length > 0 ? null : (left[0]?.[row]?.[at] ?? null);
    }),
  );
}

function isFull(cell: readonly number[], column: WrappedColumn | undefined): boolean {
  return cell.slice(1).every((line, at) => column?.goesOn(cell[at] ?? line, line) ?? false);
}

/** The middle for all columns; the top or the bottom for all; the middle for some and the top for others. */
function lawsFor(columns: readonly WrappedColumn[], anchors: readonly number[]): readonly (readonly Law[])[] {
  const wrapped = columns.map(({ lines }) => lines.some((line) => !anchors.includes(line)));
  let laws: Law[][] = [[]];
  for (const wraps of wrapped)
    laws = laws.flatMap((before) =>
      wraps
        ? [
            [...before, 'centre'],
            [...before, 'top'],
          ]
        : [[...before, 'centre']],
    );
  return [...laws, columns.map(() => 'bottom')];
}

function solve(
  anchors: readonly number[],
  columns: readonly WrappedColumn[],
  laws: readonly Law[],
): readonly (readonly RowCells[])[] {
  const found: (readonly RowCells[])[] = [];
  const go = (row: number, start: number, before: readonly RowCells[]): void => {
    const anchor = anchors[row];
    if (found.length >= MOST_SOLUTIONS) return;
    if (anchor === undefined) {
      found.push(before);
      return;
    }
    const next = anchors[row + 1];
    const ends = next === undefined ? [Infinity] : [...between(columns, anchor, next), next];
    for (const end of ends) {
      const cells = columns.map(({ lines }) => lines.filter((line) => line >= start && line < end));
      if (cells.every((cell, at) => obeys(cell, anchor, laws[at] ?? 'centre'))) go(row + 1, end, [...before, cells]);
    }
  };
  go(0, -Infinity, []);
  return found;
}

function obeys(cell: readonly number[], anchor: number, law: Law): boolean {
  const above = cell.filter((line) => line < anchor).length;
  const below = cell.filter((line) => line > anchor).length;
  if (law === 'centre') return above === below;
  const on = cell.length > above + below || above + below === 0;
  return on && (law === 'top' ? above === 0 : below === 0);
}
