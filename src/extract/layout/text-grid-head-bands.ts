import type { Segment, SegmentedLine } from './text-grid-segments.js';
import { type Band, overlap, type Span } from './text-grid-span.js';

/** The head of one column: its lowest piece, and the lines of the head that it is printed on. */
interface Leaf extends Span {
  readonly top: number;
  readonly bottom: number;
}

/** Lines between the pieces of a wrapped head: heads of other columns stand between them. */
const WRAP_LINES = 2;

/** A head that stands so many dump columns beside its column is rather the head of another one. */
const FARTHEST_HEAD = 10;
/** What it costs, in dump columns, to leave a column without a head: codes often have none of their own. */
const HEADLESS = { code: 2, label: 4, value: 7 } as const;

/** Letters in a row are a spaced word (项 目), or the wrapped rests of several heads (入 入) when those stand above. */
function isRest(head: readonly SegmentedLine[], line: number, { text, left, right }: Segment): boolean {
  if (text.length === 1) return true;
  const above = head.slice(Math.max(0, line - WRAP_LINES), line).flatMap((upper) => upper.segments);
  return /^\S( \S)+$/.test(text) && above.some((piece) => overlap(piece, { left, right }) > 0);
}

/** The lowest line near below on which a wrapped rest of the piece stands; its own line when it has none. */
function lowestRest(head: readonly SegmentedLine[], line: number, span: Span): number {
  let lowest = line;
  for (let below = line + 1; below <= line + WRAP_LINES; below += 1) {
    const pieces = head[below]?.segments ?? [];
    if (pieces.some((piece) => overlap(piece, span) > 0 && isRest(head, below, piece))) lowest = below;
  }
  return lowest;
}

/**
 * The heads of single columns, from the lowest line up; a piece above one of them is its wrapped part or a title
 * over it, a piece above several is a title. Wrapped rests (计, 入) are never a head alone.
 */
function leavesOf(head: readonly SegmentedLine[]): Leaf[] {
  let leaves: Leaf[] = [];
  for (let line = head.length - 1; line >= 0; line -= 1) {
    for (const segment of head[line]?.segments ?? []) {
      const span = { left: segment.left, right: segment.right };
      const under = leaves.filter((leaf) => overlap(leaf, span) > 0);
      const [only] = under;
      if (only === undefined) {
        if (!isRest(head, line, segment)) leaves.push({ ...span, top: line, bottom: lowestRest(head, line, span) });
      } else if (under.length === 1 && only.top - line <= WRAP_LINES) {
        leaves = leaves.map((leaf) => (leaf === only ? { ...leaf, top: line } : leaf));
      }
    }
  }
  return leaves.sort((one, other) => one.left - other.left);
}

/** Dump columns between a head and its column; of columns that it stands over, the middle one is a little nearer. */
function distance(leaf: Span, band: Span): number {
  const middles = Math.abs(leaf.left + leaf.right - band.left - band.right) / 2;
  return Math.max(0, -overlap(leaf, band)) + middles / 20;
}

/** For each leaf the index of its column or `null`: in order, so that heads stand as near to their columns as possible. */
function columnsOfLeaves(leaves: readonly Leaf[], bands: readonly Band[]): (number | null)[] {
  let row: { readonly total: number; readonly chosen: readonly (number | null)[] }[] = [{ total: 0, chosen: [] }];
  for (const band of bands) row.push({ total: (row.at(-1)?.total ?? 0) + HEADLESS[band.kind], chosen: [] });
  for (const leaf of leaves) {
    const next = row.map(({ total, chosen }) => ({
      total: total + FARTHEST_HEAD,
      chosen: [...chosen, null as number | null],
    }));
    bands.forEach((band, at) => {
      const before = row[at];
      const own = next[at + 1];
      const left = next[at];
      if (before === undefined || own === undefined || left === undefined) return;
      const taken = { total: before.total + distance(leaf, band), chosen: [...before.chosen, at] };
      const skipped = { total: left.total + HEADLESS[band.kind], chosen: left.chosen };
      next[at + 1] = [taken, skipped].reduce((best, other) => (other.total < best.total ? other : best), own);
    });
    row = next;
  }
  return [...(row.at(-1)?.chosen ?? [])];
}

/** A title stands above the heads on both its sides, which a column's own head never does. */
function isTitle(leaves: readonly Leaf[], at: number): boolean {
  const leaf = leaves[at];
  const sides = [leaves[at - 1], leaves[at + 1]].filter((side) => side !== undefined);
  return leaf !== undefined && sides.length > 0 && sides.every((side) => side.top > leaf.bottom);
}

/**
 * Completes the columns of the rows with what the head shows: which head belongs to which column (numbers stand at
 * the right edge, so their head may stand beside them), and columns in which no row has a value. Those are value
 * columns: they follow a label or a value, or the table has no labels at all (“三公” in one line).
 */
export function addHeadBands(bands: readonly Band[], head: readonly SegmentedLine[]): Band[] {
  const all = leavesOf(head);
  const leaves = all.filter((_, at) => !isTitle(all, at));
  const splitCodes = bands.some((band, at) => band.kind === 'code' && bands[at - 1]?.kind === 'code');
  // As many heads as columns: they belong together however far the dump has drifted. Parts of a code share a head.
  const oneForOne = leaves.length === bands.length && !splitCodes;
  const chosen = oneForOne ? leaves.map((_, at) => at) : columnsOfLeaves(leaves, bands);
  const result = bands.map((band, at): Band => ({ ...band, head: leaves[chosen.indexOf(at)] ?? null }));
  leaves.forEach((leaf, at) => {
    if (chosen[at] !== null) return;
    const { left, right } = leaf;
    const next = result.findIndex((band) => band.left + band.right > left + right);
    const index = next < 0 ? result.length : next;
    const follows = result.slice(0, index).some((band) => band.kind !== 'code');
    const labelled = result.slice(index).some((band) => band.kind !== 'value');
    if (follows || !labelled) result.splice(index, 0, { kind: 'value', left, right, head: leaf });
  });
  return result;
}
