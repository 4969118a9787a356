import type { ColumnKind } from './text-grid-pieces.js';
import type { Segment, SegmentedLine } from './text-grid-segments.js';
import { isValueLike } from './text-grid-tokens.js';

/** A column of an aligned table on one page: the range of dump columns that its texts cover. */
export interface Band {
  readonly kind: ColumnKind;
  readonly left: number;
  readonly right: number;
}

interface Range {
  left: number;
  right: number;
  readonly segments: Segment[];
}

/** How many columns two ranges share; 0 or less when they are apart. */
function overlap(one: { left: number; right: number }, other: { left: number; right: number }): number {
  return Math.min(one.right, other.right) - Math.max(one.left, other.left);
}

/** Adds a segment to the ranges; all ranges that it touches become one. */
function add(ranges: readonly Range[], segment: Segment): Range[] {
  const touched = ranges.filter((range) => overlap(range, segment) > 0);
  const merged: Range = {
    left: Math.min(segment.left, ...touched.map((range) => range.left)),
    right: Math.max(segment.right, ...touched.map((range) => range.right)),
    segments: [...touched.flatMap((range) => range.segments), segment],
  };
  return [...ranges.filter((range) => !touched.includes(range)), merged];
}

const covers = (ranges: readonly Range[], segment: Segment): Range[] => ranges.filter((range) => overlap(range, segment) > 0);

/**
 * Columns that have no text in any row are known from the head alone: a piece of the head beside all columns is one.
 * From the lowest line up, so that a title over several of them is seen to be one.
 */
function addHeadColumns(ranges: readonly Range[], head: readonly SegmentedLine[]): Range[] {
  let fromHead: Range[] = [];
  for (const line of [...head].reverse()) {
    for (const segment of line.segments) {
      if (covers(ranges, segment).length === 0 && covers(fromHead, segment).length < 2) fromHead = add(fromHead, segment);
    }
  }
  return [...ranges, ...fromHead];
}

function looksLikeCodes(range: Range): boolean {
  const numbers = range.segments.filter((segment) => isValueLike(segment.kind));
  return numbers.length > 0 && numbers.every((segment) => /^\d{1,7}$/.test(segment.text) && segment.text !== '0');
}

/** Codes stand left of a label, with nothing but codes between: a column of whole amounts does not. */
function kindsOf(ranges: readonly Range[]): ColumnKind[] {
  const kinds: ColumnKind[] = [];
  for (const range of [...ranges].reverse()) {
    const label = !range.segments.some((segment) => isValueLike(segment.kind));
    const codes = looksLikeCodes(range) && (kinds[0] === 'label' || kinds[0] === 'code');
    kinds.unshift(label ? 'label' : codes ? 'code' : 'value');
  }
  return kinds;
}

/** The columns of the part of an aligned table that stands on one page, from left to right. */
export function bandsOf(head: readonly SegmentedLine[], body: readonly SegmentedLine[]): Band[] {
  const segments = body.flatMap((line) => line.segments);
  let ranges: Range[] = [];
  for (const segment of segments) if (isValueLike(segment.kind)) ranges = add(ranges, segment);
  const numbers = ranges;
  let labels: Range[] = [];
  for (const segment of segments) {
    if (!isValueLike(segment.kind) && covers(numbers, segment).length === 0) labels = add(labels, segment);
  }
  const all = addHeadColumns([...numbers, ...labels], head).sort((one, other) => one.left - other.left);
  const kinds = kindsOf(all);
  return all.map((range, at) => {
    // A column without any row is known from its head, whose words say nothing about its kind: values are the rule.
    const headOnly = !range.segments.some((segment) => segments.includes(segment));
    return { kind: headOnly ? 'value' : (kinds[at] ?? 'label'), left: range.left, right: range.right };
  });
}

/** The band that a segment shares most columns with, else the nearest one. */
export function bandAt(bands: readonly Band[], segment: Segment): number {
  let best = 0;
  bands.forEach((band, at) => {
    const current = bands[best];
    if (current !== undefined && overlap(band, segment) > overlap(current, segment)) best = at;
  });
  return best;
}

/** The first and the last band that a piece of the head stands over. */
export function bandsUnder(bands: readonly Band[], segment: Segment): readonly [number, number] {
  const under = bands.flatMap((band, at) => (overlap(band, segment) > 0 ? [at] : []));
  const first = under[0] ?? bandAt(bands, segment);
  return [first, under.at(-1) ?? first];
}
