/** A column of a block whose cells may be wrapped over several lines. */
export interface WrappedColumn {
  /** The lines that print something in the column, in order. */
  readonly lines: readonly number[];
  /** How a text that ends a line may go on in another: the line is full, or it ends as an item of a list may; `null` where it can not. */
  readonly goesOn: (line: number, next: number) => 'full' | 'item' | null;
}

/** By column: the lines of a row's cell; `null` where it cannot be told which they are. */
export type RowCells = readonly (readonly number[] | null)[];

/** The rows of a block, and whether the cells of all columns may stand in the middle of their rows, or at the top. */
export interface CutRows {
  readonly rows: readonly RowCells[];
  readonly inMiddle: boolean;
  readonly atTop: boolean;
}

/** How the cells of a column stand in their row, beside the line of its numbers. */
type Law = 'centre' | 'top' | 'bottom';

const MOST_SOLUTIONS = 200;
/** So many more parts of a table must obey a habit that is not the usual one. */
const SURELY_MORE = 2;

/**
 * Which lines belong to which row. A dump shows no rules, but each row has one line that is surely its own, its `anchor` (the line of
 * its numbers, or the middle of its label), and the cells of a table stand in the middle of their row, or at its top, or at its bottom:
 * a wrapped cell then has as many lines above the anchor as below it, or all on one side. One cut between two rows must do for all columns,
 * a text breaks off only where its line is full, and a table keeps one habit: the one that most of its rows
 * obey. What every possible way agrees on is read, the rest is not. Anchors may lie between two lines.
 */
export function cutRows(anchors: readonly number[], columns: readonly WrappedColumn[]): CutRows {
  const runs = runsOf(anchors, columns);
  const habits = lawsFor(columns, anchors);
  // Lists break off before their items as well: that is looked for only where full lines do not explain all rows.
  const strict = cutBy(runs, habits, true);
  const { laws, ways } = strict.fits === runs.length ? strict : cutBy(runs, habits, false);
  return {
    rows: runs.flatMap((run, at) => {
      const possible = laws.flatMap((law) => ways[at]?.[law] ?? []);
      return cellsOf(run, possible, anchors);
    }),
    // The first habit is the middle for all; the last but one is the top.
    inMiddle: laws.includes(0),
    atTop: laws.includes(habits.length - 2),
  };
}

/** One way to cut the rows of a run. */
type Way = readonly RowCells[];

/** The habits that count, how many runs they fit, and by run and habit all ways to cut. */
function cutBy(
  runs: readonly Run[],
  habits: readonly (readonly Law[])[],
  strict: boolean,
): {
  readonly laws: readonly number[];
  readonly fits: number;
  readonly ways: readonly (readonly (readonly Way[])[])[];
} {
  const ways = runs.map((run) => habits.map((laws) => solve(run, laws, strict)));
  const fits = habits.map((_, law) => ways.filter((byLaw) => (byLaw[law] ?? []).length > 0).length);
  const [most, middle] = [Math.max(...fits), fits[0] ?? 0];
  // The first habit, the middle for all, is that of nearly all tables: another one must fit more rows than chance would let it.
  const sure = most === middle || most - middle >= SURELY_MORE;
  return { laws: sure ? fits.flatMap((count, at) => (count === most ? [at] : [])) : [], fits: most, ways };
}

/** Rows that no sure cut parts. */
interface Run {
  readonly anchors: readonly number[];
  readonly columns: readonly WrappedColumn[];
}

/** A gap without lines is a cut that is sure: what is before it and what is after it can be told apart from each other. */
function runsOf(anchors: readonly number[], columns: readonly WrappedColumn[]): Run[] {
  const runs: Run[] = [];
  for (let from = 0; from < anchors.length; ) {
    let to = from + 1;
    while (to < anchors.length && between(columns, anchors[to - 1], anchors[to]).length > 0) to++;
    const [low, high] = [from === 0 ? -Infinity : (anchors[from - 1] ?? 0), anchors[to] ?? Infinity];
    const own = columns.map((column) => ({
      ...column,
      lines: column.lines.filter((line) => line > low && line < high),
    }));
    runs.push({ anchors: anchors.slice(from, to), columns: own });
    from = to;
  }
  return runs;
}

/** Lines of any column between two anchors. */
function between(columns: readonly WrappedColumn[], low = -Infinity, high = Infinity): number[] {
  const found = columns.flatMap(({ lines }) => lines.filter((line) => line > low && line < high));
  return [...new Set(found)].sort((a, b) => a - b);
}

function cellsOf(run: Run, ways: readonly Way[], anchors: readonly number[]): RowCells[] {
  // Too many ways to look at all of them: then nothing is sure.
  const sure = ways.length < MOST_SOLUTIONS ? ways : [];
  return run.anchors.map((anchor, row) =>
    run.columns.map(({ lines }, at) => {
      if (lines.every((line) => anchors.includes(line))) return lines.filter((line) => line === anchor);
      const [cell, ...others] = new Set(sure.map((rows) => JSON.stringify(rows[row]?.[at])));
      return cell === undefined || others.length > 0 ? null : (sure[0]?.[row]?.[at] ?? null);
    }),
  );
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

function solve({ anchors, columns }: Run, laws: readonly Law[], strict: boolean): readonly Way[] {
  const found: Way[] = [];
  const go = (row: number, start: number, before: Way): void => {
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
      if (cells.every((cell, at) => obeys(cell, anchor, laws[at] ?? 'centre') && isOneText(cell, columns[at], strict)))
        go(row + 1, end, [...before, cells]);
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

function isOneText(cell: readonly number[], column: WrappedColumn | undefined, strict: boolean): boolean {
  return cell.slice(1).every((line, at) => {
    const how = column?.goesOn(cell[at] ?? line, line) ?? null;
    return strict ? how === 'full' : how !== null;
  });
}
