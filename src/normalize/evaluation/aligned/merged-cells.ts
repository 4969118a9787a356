import type { LabelName } from './label-names.js';
import type { RowCells } from './row-cuts.js';

/** A row of the indicators: the line of its numbers, and the lines of its cells as far as they are known. */
export interface KnownRow {
  readonly anchor: number;
  readonly cells: RowCells;
}

/** A name whose rows are known. */
export interface PlacedName {
  readonly name: LabelName;
  readonly from: number;
  readonly to: number;
}

/** Blank height of a row beside its lines, in lines: narrow in a spreadsheet, wide on a web page. */
const PADDINGS = [0.2, 0.5, 1, 2, 4];
/** Lines of a dump are so far apart, at least; what is nearer is printed on one line. */
const APART = 0.25;
/** How far the middle of a name may be off the middle of its rows, in lines, because heights are not all alike. */
const MOST_OFF = 0.4;
/** Every other way must be worse by so much: one row more or less moves the middle by half a row. */
const MARGIN = 0.25;
/** A name above the first or below the last line that is known stands at most so many lines off. */
const BEYOND = 3;

/**
 * Which name of a merged column (一级指标, 二级指标) each row has: names stand in the middle of their rows, and each row has one name,
 * so the end of a cell is told by its beginning and its middle, and the last one must end with the table. The index of the name, or -1
 * for rows that go on with the name of the page before. `null` unless exactly one way fits.
 */
export function namesOfRows(
  names: readonly LabelName[],
  rows: readonly KnownRow[],
  opens: { readonly before: boolean; readonly after: boolean },
  placed: readonly PlacedName[] = [],
): readonly number[] | null {
  // Without the lines of each cell nobody knows how high the rows are.
  if (rows.some(({ cells }) => cells.some((cell) => cell === null))) return null;
  const off = new Map<string, Way>();
  for (const padding of PADDINGS)
    for (const way of waysOf(names, heightsOf(rows, names, placed, padding), opens)) {
      const key = way.rows.join();
      if (way.off < (off.get(key)?.off ?? Infinity)) off.set(key, way);
    }
  const [best, second] = [...off.values()].sort((one, other) => one.off - other.off);
  if (best === undefined || best.off > MOST_OFF) return null;
  return second === undefined || second.off >= best.off + MARGIN ? best.rows : null;
}

/** One way to give names to rows, and how far the middle of a name is off the middle of its rows at most. */
interface Way {
  readonly rows: readonly number[];
  readonly off: number;
}

/** Heights from the top of the first row, in lines. */
interface Heights {
  readonly tops: readonly number[];
  readonly bottoms: readonly number[];
  /** By name: between which heights its middle stands. */
  readonly middles: readonly (readonly [number, number])[];
}

function heightsOf(
  rows: readonly KnownRow[],
  names: readonly LabelName[],
  placed: readonly PlacedName[],
  padding: number,
): Heights {
  const anchors = rows.map(({ anchor }) => anchor);
  const tall = [...names, ...placed.map(({ name }) => name)];
  const tops: number[] = [];
  const bottoms: number[] = [];
  for (const { anchor, cells } of rows) {
    const counts = [
      ...cells.map((cell) => cell?.length ?? 1),
      ...tall.map((name) => linesAround(name, anchor, anchors)),
    ];
    const top = bottoms.at(-1) ?? 0;
    tops.push(top);
    bottoms.push(top + Math.max(1, ...counts) + padding);
  }
  const middle = (from: number, to: number): number => ((tops[from] ?? 0) + (bottoms[to] ?? 0)) / 2;
  const known = new Map<number, number>();
  const keep = (lines: readonly number[], height: number): void => {
    for (const [at, line] of lines.entries()) known.set(line, height + at - (lines.length - 1) / 2);
  };
  for (const { name, from, to } of placed) keep(name.lines, middle(from, to));
  for (const [row, { anchor, cells }] of rows.entries()) {
    for (const cell of cells) keep(cell ?? [], middle(row, row));
    known.set(anchor, middle(row, row));
  }
  const sorted = [...known].sort(([one], [other]) => one - other);
  return { tops, bottoms, middles: names.map((name) => middleOfName(name, sorted)) };
}

/** How many lines a name takes that stands around one anchor and reaches no other: it may make its row high. */
function linesAround({ lines }: LabelName, anchor: number, anchors: readonly number[]): number {
  const [first = 0, last = 0] = [lines[0], lines.at(-1)];
  const inside = anchors.filter((other) => other >= first && other <= last);
  return inside.length === 1 && inside[0] === anchor ? lines.length : 1;
}

/** Where the middle of a name may stand so that each of its lines stands between those above and below it. */
function middleOfName({ lines }: LabelName, known: readonly (readonly [number, number])[]): readonly [number, number] {
  const ranges = lines.map((line, at): readonly [number, number] => {
    const off = at - (lines.length - 1) / 2;
    const same = known.find(([other]) => other === line)?.[1];
    if (same !== undefined) return [same - off - APART, same - off + APART];
    const [before, after] = [
      known.findLast(([other]) => other < line)?.[1],
      known.find(([other]) => other > line)?.[1],
    ];
    const low = before === undefined ? (after ?? 0) - BEYOND : before + APART;
    const high = after === undefined ? (before ?? 0) + BEYOND : after - APART;
    return [low - off, high - off];
  });
  return [Math.max(...ranges.map(([low]) => low)), Math.min(...ranges.map(([, high]) => high))];
}

function waysOf(
  names: readonly LabelName[],
  { tops, bottoms, middles }: Heights,
  opens: { readonly before: boolean; readonly after: boolean },
): readonly Way[] {
  const count = tops.length;
  const ways: Way[] = [];
  const go = (name: number, from: number, before: readonly number[], off: number): void => {
    if (name === names.length) {
      if (from === count) ways.push({ rows: before, off });
      else if (opens.after && names.length > 0)
        ways.push({ rows: [...before, ...Array<number>(count - from).fill(names.length)], off });
      return;
    }
    const [low, high] = middles[name] ?? [0, 0];
    for (let to = from + 1; to <= count; to++) {
      const middle = ((tops[from] ?? 0) + (bottoms[to - 1] ?? 0)) / 2;
      const own = Math.max(0, low - middle, middle - high);
      if (own < MOST_OFF + MARGIN)
        go(name + 1, to, [...before, ...Array<number>(to - from).fill(name)], Math.max(off, own));
    }
  };
  const last = opens.before ? count : 0;
  for (let from = 0; from <= last; from++) go(0, from, Array<number>(from).fill(-1), 0);
  return ways;
}

/** The same where names stand at the top of their rows: each begins on the line of numbers of its first row. `null` where one does not. */
export function namesAtTop(
  names: readonly LabelName[],
  rows: readonly KnownRow[],
  goesOn: boolean,
): readonly number[] | null {
  const starts = names.map(({ lines }) => rows.findIndex(({ anchor }) => anchor === lines[0]));
  if (starts.includes(-1) || (starts[0] !== 0 && !goesOn)) return null;
  return rows.map((_, row) => starts.findLastIndex((start) => start <= row));
}
