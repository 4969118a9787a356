import type { LayoutRun } from '../layout/run.js';
import { type Box, boxAround } from '../place.js';
import type { Glyph } from './page-content.js';

/** Glyphs further apart than this share of the font size begin a new run. Numbers of neighbouring columns stand 0.25 em apart. */
const RUN_GAP = 0.16;
/** Doubled glyphs stand nearer to each other than this share of the font size: less than two equal digits do. */
const DOUBLED_GLYPH = 0.15;
/** Doubled runs too: a shadow may be moved further than the distance of two digits. */
const DOUBLED_RUN = 0.3;

/**
 * Runs out of the glyphs of a page, which must be upright. pdf.js and producers split one number over several operators
 * ('140.9' + '6', gap 0.01 pt), and set several cells with one operator: so only the gap decides.
 * What is painted twice at the same place (fill and stroke, or a shadow), glyph by glyph or run by run, is given once.
 */
export function runsOf(glyphs: readonly Glyph[]): LayoutRun[] {
  const runs: LayoutRun[] = [];
  let current: Glyph[] = [];
  const finish = (): void => {
    const [first] = current;
    const box = boxAround(current.map((glyph) => glyph.box));
    if (first && box) {
      const parts = current.map((glyph) => ({ text: glyph.text, box: glyph.box }));
      runs.push({ text: parts.map((part) => part.text).join(''), box, parts, size: first.size, confidence: null });
    }
    current = [];
  };
  for (const glyph of withoutDoubles(glyphs, DOUBLED_GLYPH)) {
    const before = current.at(-1);
    if (before && !continues(before, glyph)) finish();
    current.push(glyph);
  }
  finish();
  return withoutDoubles(runs, DOUBLED_RUN);
}

function continues(before: Glyph, glyph: Glyph): boolean {
  const size = Math.max(before.size, glyph.size);
  const gap = glyph.box.left - before.box.right;
  return (
    Math.abs(glyph.box.bottom - before.box.bottom) < size * 0.12 &&
    Math.abs(glyph.size - before.size) < size * 0.15 &&
    gap < size * RUN_GAP &&
    gap > -size * 0.4
  );
}

function withoutDoubles<T extends { readonly text: string; readonly box: Box; readonly size: number }>(
  items: readonly T[],
  share: number,
): T[] {
  const seen = new Map<string, Box[]>();
  return items.filter(({ text, box, size }) => {
    const reach = size * share;
    const same = seen.get(text) ?? [];
    if (same.some((other) => Math.abs(other.left - box.left) < reach && Math.abs(other.top - box.top) < reach))
      return false;
    same.push(box);
    seen.set(text, same);
    return true;
  });
}
