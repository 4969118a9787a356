import type { Page } from '../../extract/document.js';
import type { Box, Place } from '../../extract/place.js';
import type { Quantity } from '../printed.js';
import { mapQuantities, type QuantityHolder } from '../quantities.js';

/**
 * The numbers of prose and self-evaluations with the confidence of the readings that they stand in, where their page was read from its
 * picture: that of the least certain run. A number whose run cannot be told has none to speak of (0). Those of text layers stay as they are.
 */
export function withReadConfidence(holder: QuantityHolder, pages: readonly Page[]): QuantityHolder {
  const scanned = new Map(pages.filter(({ ocr }) => ocr !== undefined).map((page) => [page.number, page]));
  if (scanned.size === 0) return holder;
  return mapQuantities(holder, (_, quantity) => {
    const seen = quantity.places.flatMap((place) => confidencesAt(place, scanned.get(place.page)));
    return seen.length === 0 ? quantity : ({ ...quantity, confidence: Math.min(...seen) } satisfies Quantity);
  });
}

/** Of the runs that a place touches; none for a page that was not scanned. */
function confidencesAt({ box }: Place, page: Page | undefined): readonly number[] {
  if (page === undefined) return [];
  const touched = box === null ? [] : page.runs.filter((run) => overlaps(run.box, box));
  return touched.length === 0 ? [0] : touched.map(({ confidence }) => confidence ?? 0);
}

/** Whether the middle of one lies in the other: runs of neighbouring lines of an inclined page may touch. */
function overlaps(one: Box, other: Box): boolean {
  return holdsMiddle(one, other) || holdsMiddle(other, one);
}

function holdsMiddle(outer: Box, inner: Box): boolean {
  const [x, y] = [(inner.left + inner.right) / 2, (inner.top + inner.bottom) / 2];
  return x >= outer.left && x <= outer.right && y >= outer.top && y <= outer.bottom;
}
