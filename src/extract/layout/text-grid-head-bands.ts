import { type Band, overlap, type Span } from './text-grid-bands.js';
import type { Segment, SegmentedLine } from './text-grid-segments.js';

/** Pieces of the head that stand over one another and over no column of the rows. */
interface Floating extends Span {
  /** Lines of the head that the pieces stand on, from 0 at the top. */
  readonly lines: readonly number[];
}

const touches = (one: Span, other: Span): boolean => overlap(one, other) > 0;

/** A single character is a wrapped rest (计, 入): it never makes a column. */
const isWord = (segment: Segment): boolean => segment.text.length > 1;

/** From the lowest line up, so that a title that stands over several columns is seen to be one, and left out. */
function floatingPieces(bands: readonly Band[], head: readonly SegmentedLine[]): Floating[] {
  let floating: Floating[] = [];
  for (let at = head.length - 1; at >= 0; at -= 1) {
    for (const segment of head[at]?.segments ?? []) {
      const over = floating.filter((piece) => touches(piece, segment));
      if (!isWord(segment) || over.length > 1 || bands.some((band) => touches(band, segment))) continue;
      const merged: Floating = {
        left: Math.min(segment.left, ...over.map((piece) => piece.left)),
        right: Math.max(segment.right, ...over.map((piece) => piece.right)),
        lines: [...over.flatMap((piece) => piece.lines), at],
      };
      floating = [...floating.filter((piece) => !over.includes(piece)), merged];
    }
  }
  return floating.sort((one, other) => one.left - other.left);
}

/** Lines of the head with a piece over the band. */
function headLines(band: Span | undefined, head: readonly SegmentedLine[]): number[] {
  if (band === undefined) return [];
  return head.flatMap((line, at) => (line.segments.some((segment) => touches(band, segment)) ? [at] : []));
}

/**
 * A title over the columns on both sides. Between a label and its numbers it is always one: both have heads of their
 * own, and a first number column is never empty. Between numbers it is one when it stands above all of their heads.
 */
function isTitle(piece: Floating, before: Band | undefined, after: Band | undefined, head: readonly SegmentedLine[]): boolean {
  if (before === undefined || after === undefined) return false;
  if (before.kind !== 'value') return true;
  const lowest = Math.max(...piece.lines);
  return [...headLines(before, head), ...headLines(after, head)].every((line) => line > lowest);
}

const joined = (band: Band, piece: Span): Band => ({
  ...band,
  left: Math.min(band.left, piece.left),
  right: Math.max(band.right, piece.right),
});

/**
 * Completes the columns of the rows with what only the head shows. Numbers stand at the right edge of their column,
 * so its head may stand beside them: then it is joined to the next column that has no head of its own. A piece of
 * the head between columns that all have heads shows a column in which no row has a value.
 */
export function addHeadBands(bands: readonly Band[], head: readonly SegmentedLine[]): Band[] {
  const result = [...bands];
  const known = new Set<Band>(bands.filter((band) => headLines(band, head).length > 0));
  for (const piece of floatingPieces(bands, head)) {
    const at = result.findIndex((band) => band.left >= piece.right);
    const next = at < 0 ? result.length : at;
    const before = result[next - 1];
    const after = result[next];
    const free = after !== undefined && !known.has(after) ? next : before !== undefined && !known.has(before) ? next - 1 : -1;
    const own = result[free];
    if (own !== undefined) {
      const wider = joined(own, piece);
      result[free] = wider;
      known.add(wider);
    } else if (!isTitle(piece, before, after, head)) {
      // Words of a head say nothing about what the column holds: values are the rule for columns without labels.
      const band: Band = { kind: 'value', left: piece.left, right: piece.right };
      result.splice(next, 0, band);
      known.add(band);
    }
  }
  return result;
}
