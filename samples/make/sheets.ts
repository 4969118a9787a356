/**
 * How rules are drawn: thin filled rectangles (as Word, Chromium), each edge of a cell by itself (`fill`) or one for two
 * cells that share it (`thin`), stroked segments, or one stroked box a cell.
 */
export type RuleStyle = 'fill' | 'thin' | 'stroke' | 'box';

export type Weight = 'regular' | 'bold';

/** A4 in points. */
export const SHORT = 595.28;
export const LONG = 841.89;
export const RULE_WIDTH = 0.5;
/** Width of the line around stroked letters, as a share of their size. */
export const STROKED = 0.03;
export const FOOT_SIZE = 9;
/** Distance of the baseline of the foot from the lower edge of the page. */
export const FOOT_HEIGHT = 34;

/**
 * Pages under way, as tables and prose see them: `Paper` makes the samples with pdf-lib, `QuickPaper` a corpus of thousands.
 * All coordinates are points from the top left of the page.
 */
export interface Sheets {
  readonly width: number;
  readonly height: number;
  /** Number of the current page, from 1; 0 before the first. */
  readonly pageNumber: number;
  /** Words at the foot of each page that is begun from now on, by its number; none unless set. */
  foot: ((page: number) => string) | null;
  addPage(orientation: 'portrait' | 'landscape'): void;
  /** Width of a line of text. */
  measure(text: string, size: number, weight?: Weight): number;
  /** Writes one line; `baseline` is the distance of its baseline from the top of the page. */
  text(text: string, left: number, baseline: number, size: number, weight?: Weight): void;
  /** Draws one rule between two points on one horizontal or vertical line. */
  rule(fromX: number, fromY: number, toX: number, toY: number, style: 'fill' | 'thin' | 'stroke'): void;
  /** Strokes the outline of a cell. */
  box(left: number, top: number, right: number, bottom: number): void;
}

/** Coordinates with two decimals: enough for a page, and short in the file. */
export function rounded(points: number): number {
  return Math.round(points * 100) / 100;
}
