import type { ColumnKind } from './text-grid-pieces.js';

/** A range of dump columns: from `left` up to before `right`. */
export interface Span {
  readonly left: number;
  readonly right: number;
}

/** A column of an aligned table on one page: what it holds, and the range that the texts of its rows cover. */
export interface Band extends Span {
  readonly kind: ColumnKind;
  /** Where its head stands, `null` when it has none. The head of numbers may stand beside them. */
  readonly head: Span | null;
}

/** How many columns two ranges share; 0 or less when they are apart. */
export function overlap(one: Span, other: Span): number {
  return Math.min(one.right, other.right) - Math.max(one.left, other.left);
}
