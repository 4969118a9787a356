import { isLayoutGrid, type LayoutLine, type PageLayout } from './page-layout.js';

/** Lone page numbers, "- 12 -", "第 3 页", "第3页 共25页". */
const PAGE_NUMBER = /^[-—–－·\s]*(第?\s*\d{1,4}\s*页?)([\s,，/]*共?\s*\d{1,4}\s*页?)?[-—–－·\s]*$/;
/** A line is a running head when it stands at one height, give or take so many points, … */
const SAME_HEIGHT = 4;
/** … on at least so many pages and on this share of them. */
const FEWEST_PAGES = 3;
const SHARE = 0.4;

/**
 * Lines that do not belong to the text of their page: page numbers, and heads and feet that stand on many pages at one height.
 * They come between the parts of a table that runs over pages and do not end it. Their text may hold the page's number.
 */
export function runningLines(pages: readonly PageLayout[]): ReadonlySet<LayoutLine> {
  const running = new Set<LayoutLine>();
  const places = new Map<string, { top: number; lines: LayoutLine[] }[]>();
  for (const page of pages) {
    for (const item of page.items) {
      if (isLayoutGrid(item)) continue;
      if (PAGE_NUMBER.test(item.text)) running.add(item);
      const text = item.text.replace(/[\d\s]/g, '');
      if (text === '') continue;
      const known = places.get(text) ?? [];
      const place = known.find((one) => Math.abs(one.top - item.box.top) <= SAME_HEIGHT);
      if (place) place.lines.push(item);
      else known.push({ top: item.box.top, lines: [item] });
      places.set(text, known);
    }
  }
  for (const { lines } of [...places.values()].flat())
    if (lines.length >= FEWEST_PAGES && lines.length >= pages.length * SHARE)
      for (const line of lines) running.add(line);
  return running;
}
