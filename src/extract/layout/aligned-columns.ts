import type { AlignedRegion } from './aligned-region.js';
import { isNumberRun } from './aligned-region.js';
import type { RunLine } from './lines.js';
import type { LayoutRun } from './run.js';

/** A column of a table without rules: where its words stand, and what they mostly are. */
export interface AlignedColumn {
  readonly left: number;
  readonly right: number;
  /** Most of its words are numbers. */
  readonly numeric: boolean;
}

/** Columns stand at least so far apart, in points. */
const NARROWEST_GUTTER = 1.5;
/** Share of lines that may cross a gutter: joined cells (a total's label over code and name). */
const CROSSED = 0.06;

/**
 * The columns of a region: the words of its rows thrown on the x axis leave gutters where no, or hardly any, word stands.
 * A column whose cells are all blank has only its head: heads that stand alone in a gutter are columns too.
 */
export function alignedColumns(region: AlignedRegion): AlignedColumn[] {
  const intervals = region.body.flatMap((line) =>
    line.runs.map((run) => ({ left: run.box.left, right: run.box.right, run })),
  );
  const allowed = Math.floor(region.body.length * CROSSED);
  const covered = coveredIntervals(intervals, allowed);
  const columns = covered.map(({ left, right }) => {
    const inside = intervals.filter((one) => centre(one) >= left && centre(one) <= right);
    const numbers = inside.filter((one) => isNumberRun(one.run)).length;
    return { left, right, numeric: numbers * 2 > inside.length };
  });
  return withBlankColumns(withoutHeadless(columns, region), region.header);
}

/** Stretches of the axis where more than `allowed` words lie over each other, joined over gaps that are no gutters. */
function coveredIntervals(
  intervals: readonly { readonly left: number; readonly right: number }[],
  allowed: number,
): { left: number; right: number }[] {
  const events = intervals.flatMap(({ left, right }) => [
    { x: left, change: 1 },
    { x: right, change: -1 },
  ]);
  events.sort((a, b) => a.x - b.x || a.change - b.change);
  const result: { left: number; right: number }[] = [];
  let depth = 0;
  let start: number | null = null;
  for (const { x, change } of events) {
    const before = depth;
    depth += change;
    if (before <= allowed && depth > allowed) start = x;
    if (before > allowed && depth <= allowed && start !== null) {
      const last = result.at(-1);
      if (last && start - last.right < NARROWEST_GUTTER) last.right = x;
      else result.push({ left: start, right: x });
      start = null;
    }
  }
  return result;
}

/**
 * Column numbers (栏次) may be centred over amounts that are set to the right: then one column leaves two stretches. A stretch
 * without a head that never holds a word in a line where its neighbour does is part of that neighbour.
 */
function withoutHeadless(columns: readonly AlignedColumn[], region: AlignedRegion): AlignedColumn[] {
  const heads = leafHeads(region.header);
  if (heads.length === 0) return [...columns];
  const merged: AlignedColumn[] = [];
  const overlap = (head: HeadGroup, column: AlignedColumn): boolean =>
    head.right >= column.left && head.left <= column.right;
  const headed = (column: AlignedColumn): boolean => heads.some((head) => overlap(head, column));
  const reaches = (run: LayoutRun, column: AlignedColumn): boolean =>
    run.box.left < column.right && run.box.right > column.left;
  // Two words side by side are two columns; one long number over both stretches (1066.00 above 0.00) shows that they are one.
  const together = (a: AlignedColumn, b: AlignedColumn): boolean =>
    region.body.some(
      ({ runs }) =>
        runs.some((run) => reaches(run, a) && !reaches(run, b)) &&
        runs.some((run) => reaches(run, b) && !reaches(run, a)),
    );
  for (const column of columns) {
    const before = merged.at(-1);
    const shared = before !== undefined && heads.some((head) => overlap(head, before) && overlap(head, column));
    if (
      before?.numeric &&
      column.numeric &&
      (shared || !headed(before) || !headed(column)) &&
      !together(before, column)
    )
      merged[merged.length - 1] = { left: before.left, right: column.right, numeric: true };
    else merged.push(column);
  }
  return merged;
}

/** Heads below a head within this distance to its sides, in font sizes, show that it stands over a group of columns. */
const GROUP_SIDE = 6;

function withBlankColumns(columns: readonly AlignedColumn[], header: readonly RunLine[]): AlignedColumn[] {
  const heads = leafHeads(header);
  const overlaps = (head: HeadGroup, column: AlignedColumn): boolean =>
    head.right >= column.left - 2 && head.left <= column.right + 2;
  const headless = columns.filter((column) => !heads.some((head) => overlaps(head, column)));
  const all = [...columns];
  for (const head of heads) {
    if (columns.some((column) => overlaps(head, column))) continue;
    // A head that stands beside the numbers of its column (centred over numbers set to the right) makes no column of its own.
    const before = columns.findLast((column) => column.right < head.left);
    const after = columns.find((column) => column.left > head.right);
    const beside = [after, before].find((column) => column !== undefined && headless.includes(column));
    if (beside) headless.splice(headless.indexOf(beside), 1);
    else all.push({ left: head.left, right: head.right, numeric: true });
  }
  return all.sort((a, b) => a.left - b.left);
}

/** The heads of single columns: those with no other head below them or below to their sides. */
function leafHeads(header: readonly RunLine[]): HeadGroup[] {
  const runs = header.flatMap((line) => line.runs);
  return headGroups(header).filter((head) =>
    runs.every(
      ({ box }) =>
        box.top < head.bottom - head.size * 0.2 ||
        box.right < head.left - head.size * GROUP_SIDE ||
        box.left > head.right + head.size * GROUP_SIDE,
    ),
  );
}

interface HeadGroup {
  left: number;
  right: number;
  bottom: number;
  readonly size: number;
}

/** The runs of a header that stand over each other: the lines of one head. */
function headGroups(header: readonly RunLine[]): HeadGroup[] {
  const groups: HeadGroup[] = [];
  const runs = header.flatMap((line) => line.runs).sort((a, b) => b.box.bottom - a.box.bottom);
  for (const { box, size } of runs) {
    const group = groups.find((one) => box.left < one.right && box.right > one.left);
    if (!group) groups.push({ left: box.left, right: box.right, bottom: box.bottom, size });
    else if (box.right - box.left < (group.right - group.left) * 1.5) {
      group.left = Math.min(group.left, box.left);
      group.right = Math.max(group.right, box.right);
    }
  }
  return groups;
}

function centre(one: { readonly left: number; readonly right: number }): number {
  return (one.left + one.right) / 2;
}
