import { addHeadBands } from './text-grid-head-bands.js';
import type { ColumnKind } from './text-grid-pieces.js';
import type { Segment, SegmentedLine } from './text-grid-segments.js';
import { type Band, overlap, type Span } from './text-grid-span.js';
import { isValueLike } from './text-grid-tokens.js';

/** Segments of the rows that overlap one another, so they stand in one column. */
interface Cluster extends Span {
  readonly segments: readonly Segment[];
}

function clustersOf(segments: readonly Segment[]): Cluster[] {
  let clusters: Cluster[] = [];
  for (const segment of segments) {
    const touched = clusters.filter((cluster) => overlap(cluster, segment) > 0);
    const merged: Cluster = {
      left: Math.min(segment.left, ...touched.map((cluster) => cluster.left)),
      right: Math.max(segment.right, ...touched.map((cluster) => cluster.right)),
      segments: [...touched.flatMap((cluster) => cluster.segments), segment],
    };
    clusters = [...clusters.filter((cluster) => !touched.includes(cluster)), merged];
  }
  return clusters;
}

function standSideBySide(one: Cluster, other: Cluster, body: readonly SegmentedLine[]): boolean {
  return body.some(
    (line) =>
      line.segments.some((segment) => one.segments.includes(segment)) &&
      line.segments.some((segment) => other.segments.includes(segment)),
  );
}

/**
 * Words that stand where other rows have numbers (类 over codes, 无 or 合计 in their place) are cells of that column;
 * words beside the numbers on some line are a column of their own, even if the ranges touch.
 */
function isOwnColumn(words: Cluster, numbers: readonly Cluster[], body: readonly SegmentedLine[]): boolean {
  const under = numbers.filter((cluster) => overlap(cluster, words) > 0);
  return under.every((cluster) => standSideBySide(words, cluster, body));
}

function looksLikeCodes(cluster: Cluster): boolean {
  const numbers = cluster.segments.filter((segment) => isValueLike(segment.kind));
  return numbers.length > 0 && numbers.every((segment) => /^\d{1,7}$/.test(segment.text) && segment.text !== '0');
}

/**
 * A total in the middle of a label column (合计) may not share a dump column with any label: it joins the labels next
 * to it when no number column is between and they never stand on one line.
 */
function joinLoneLabels(clusters: readonly Cluster[], body: readonly SegmentedLine[]): Cluster[] {
  const isLabel = (cluster: Cluster): boolean => !cluster.segments.some((segment) => isValueLike(segment.kind));
  const result: Cluster[] = [];
  for (const cluster of clusters) {
    const last = result.at(-1);
    const lone = last !== undefined && Math.min(last.segments.length, cluster.segments.length) === 1;
    if (lone && isLabel(last) && isLabel(cluster) && !standSideBySide(last, cluster, body)) {
      const segments = [...last.segments, ...cluster.segments];
      result[result.length - 1] = { left: last.left, right: Math.max(last.right, cluster.right), segments };
    } else result.push(cluster);
  }
  return result;
}

/** Codes stand left of a label, with nothing but codes between: a column of whole amounts does not. */
function kindsOf(clusters: readonly Cluster[]): ColumnKind[] {
  const kinds: ColumnKind[] = [];
  for (const cluster of [...clusters].reverse()) {
    const label = !cluster.segments.some((segment) => isValueLike(segment.kind));
    const codes = looksLikeCodes(cluster) && (kinds[0] === 'label' || kinds[0] === 'code');
    kinds.unshift(label ? 'label' : codes ? 'code' : 'value');
  }
  return kinds;
}

/** The columns of the part of an aligned table that stands on one page, from left to right. */
export function bandsOf(head: readonly SegmentedLine[], body: readonly SegmentedLine[]): Band[] {
  const segments = body.flatMap((line) => line.segments);
  const numbers = clustersOf(segments.filter((segment) => isValueLike(segment.kind)));
  const words = clustersOf(segments.filter((segment) => !isValueLike(segment.kind)));
  const labels = words.filter((cluster) => isOwnColumn(cluster, numbers, body));
  const middle = (span: Span): number => span.left + span.right;
  const sorted = [...numbers, ...labels].sort((one, other) => middle(one) - middle(other));
  const clusters = joinLoneLabels(sorted, body);
  const kinds = kindsOf(clusters);
  const bands = clusters.map(({ left, right }, at): Band => ({ kind: kinds[at] ?? 'value', left, right, head: null }));
  return addHeadBands(bands, head);
}

/**
 * The band that a segment belongs to: numbers to a column of numbers, words to a label column where they share
 * columns with one; among several the one they share most with, else the nearest.
 */
export function bandAt(bands: readonly Band[], segment: Segment): number {
  const wantsLabel = !isValueLike(segment.kind);
  let best = 0;
  let bestScore = -Infinity;
  bands.forEach((band, at) => {
    const shared = overlap(band, segment);
    // 1000 columns: more than any line has, so the right kind of column wins over the larger share.
    const score = shared + (shared > 0 && (band.kind === 'label') === wantsLabel ? 1000 : 0);
    if (score > bestScore) [best, bestScore] = [at, score];
  });
  return best;
}

/** The first and the last band that a piece of the head stands over. */
export function bandsUnder(bands: readonly Band[], segment: Segment): readonly [number, number] {
  const under = bands.flatMap((band, at) => (overlap(band.head ?? band, segment) > 0 ? [at] : []));
  const first = under[0] ?? bandAt(bands, segment);
  return [first, under.at(-1) ?? first];
}
