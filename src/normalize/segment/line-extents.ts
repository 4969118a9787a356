import type { TextLine } from '../../extract/document.js';
import { groupBy } from './group-by.js';

/** How a line stands between the margins of its page, in ems (widths of a Chinese character). */
export interface LineExtent {
  /** From the left margin to the first character. */
  readonly indent: number;
  /** From the last character to the right margin: what is left free on the line. */
  readonly free: number;
  /** From the first to the last character. */
  readonly width: number;
  /** Measured in points; otherwise counted in characters of a text dump. */
  readonly measured: boolean;
}

interface Span {
  readonly line: TextLine;
  readonly left: number;
  readonly right: number;
  readonly em: number;
}

const QUOTES = '“”‘’';

/** Lines that a page must have for its own margins to be believed. */
const ENOUGH_LINES = 5;

/** The {@link LineExtent} of each line. Pages with few lines take the margins that most other pages have. */
export function lineExtents(lines: readonly TextLine[]): ReadonlyMap<TextLine, LineExtent> {
  const spans = lines.map(spanOf);
  const pages = groupBy(spans, (span) => span.line.page);
  const own = new Map<number, { left: number; right: number }>();
  for (const [page, onPage] of pages) {
    if (onPage.length >= ENOUGH_LINES) own.set(page, marginsOf(onPage));
  }
  const common = commonMargins([...own.values()]);
  const extents = new Map<TextLine, LineExtent>();
  for (const span of spans) {
    const margins = own.get(span.line.page) ?? wider(common, marginsOf(pages.get(span.line.page) ?? [span]));
    extents.set(span.line, {
      indent: (span.left - margins.left) / span.em,
      free: (margins.right - span.right) / span.em,
      width: (span.right - span.left) / span.em,
      measured: span.line.box !== null,
    });
  }
  return extents;
}

function spanOf(line: TextLine): Span {
  const text = line.text.trimEnd();
  const blanks = text.length - text.trimStart().length;
  const width = columns(text.trim());
  const box = line.upright ?? line.box;
  if (box) {
    const em = (2 * (box.right - box.left)) / Math.max(1, width);
    // Letter-spaced titles have wide ems; a line of body text is never wider than its height by half.
    return {
      line,
      left: box.left,
      right: box.right,
      em: Math.max(6, Math.min(em, 1.5 * (box.bottom - box.top))),
    };
  }
  return { line, left: blanks, right: blanks + width, em: 2 };
}

/** Width in half ems: ASCII and quotation marks count one, everything else two. */
function columns(text: string): number {
  return [...text].reduce((sum, character) => sum + (character <= '~' || QUOTES.includes(character) ? 1 : 2), 0);
}

/**
 * Left: the smallest left edge that at least two lines share, so that one hanging line does not make all others indented. Right: the
 * rightmost edge that another line nearly reaches, or the rightmost of all: one long row of a table in a dump is no margin.
 */
function marginsOf(spans: readonly Span[]): { left: number; right: number } {
  const lefts = spans.map((span) => span.left).sort((a, b) => a - b);
  const byRight = [...spans].sort((a, b) => b.right - a.right);
  const shared = lefts.find((left, index) => Math.abs((lefts[index + 1] ?? Infinity) - left) < 2);
  const reached = byRight.find((span, index) => span.right - (byRight[index + 1]?.right ?? -Infinity) <= 3 * span.em);
  const widest = byRight[0];
  // Measured lines do not leave the text area; columns of a dump count blanks that a table was given.
  const right = widest?.line.box ? widest.right : (reached?.right ?? widest?.right ?? 0);
  return { left: shared ?? lefts[0] ?? 0, right };
}

/** The margins of the page in the middle when pages are ordered by right edge. */
function commonMargins(all: readonly { left: number; right: number }[]): { left: number; right: number } | null {
  const sorted = [...all].sort((a, b) => a.right - b.right);
  return sorted[Math.floor(sorted.length / 2)] ?? null;
}

/** A page turned sideways among upright ones is wider than they are: then its own edge counts. */
function wider(
  common: { left: number; right: number } | null,
  own: { left: number; right: number },
): { left: number; right: number } {
  return common ? { left: Math.min(common.left, own.left), right: Math.max(common.right, own.right) } : own;
}
