import type { RuledLine } from '../../document.js';
import type { PixelBox } from '../image.js';
import { cellBoxes, spotsByCell } from './cells.js';
import { type Component, componentsOf } from './components.js';
import { type InkLine, inkLines, typeSize } from './line-boxes.js';
import { linkedLines } from './linked-lines.js';

/** A line of ink of a page, the area that its picture may be cut from, and its type size. Pixels. */
export interface PageLine {
  readonly box: PixelBox;
  /** The inside of its cell, or the whole page. */
  readonly clip: PixelBox;
  readonly size: number;
  readonly inCell: boolean;
}

/** What a page holds when its ink is gathered: the mask without rules, and the rules in points. */
export interface PageInk {
  readonly width: number;
  readonly height: number;
  readonly dpi: number;
  /** 1 where there is ink that is no rule. */
  readonly ink: Uint8Array;
  /** In points of the straightened page. */
  readonly rules: readonly RuledLine[];
}

/** A picture of a line shows so much above and below it, in type sizes: what stands there beside it is a neighbour too. */
const MARGIN = 0.3;
/** Type size in points where a page does not tell. */
const USUAL_SIZE = 10.5;

/** Every line of text of a page: within the cells of its grids, and outside them. */
export function pageLines(page: PageInk): PageLine[] {
  const spots = componentsOf(page.ink, page.width, page.height);
  const size = typeSize(spots, page.dpi) ?? (USUAL_SIZE / 72) * page.dpi;
  const cells = cellBoxes(page.rules, page.dpi);
  const { inside, outside } = spotsByCell(spots, cells);
  const whole: PixelBox = { left: 0, top: 0, right: page.width, bottom: page.height };
  const lines: PageLine[] = [];
  cells.forEach((clip, index) => {
    for (const line of inkLines(inside[index] ?? [], size)) lines.push({ ...measured(line, size), clip, inCell: true });
  });
  const free = linkedLines(outside, size).map((line) => measured(line, size));
  for (const line of free) lines.push({ ...line, clip: between(line, free, whole), inCell: false });
  return lines;
}

/** The page between the neighbours of a line to the left and right: their characters must not be read twice. */
function between(
  { box, size }: { readonly box: PixelBox; readonly size: number },
  lines: readonly { readonly box: PixelBox }[],
  whole: PixelBox,
): PixelBox {
  let { left, right } = whole;
  const margin = size * MARGIN;
  for (const { box: other } of lines) {
    if (other === box || other.bottom <= box.top - margin || other.top >= box.bottom + margin) continue;
    if (other.right <= box.left) left = Math.max(left, other.right + 1);
    if (other.left >= box.right) right = Math.min(right, other.left - 1);
  }
  return { ...whole, left, right };
}

/** Headings are set larger than the rest: the size of a line follows its own characters where these are higher. */
function measured({ box, spots }: InkLine, size: number): { readonly box: PixelBox; readonly size: number } {
  const heights = spots.map((spot: Component) => spot.bottom - spot.top).sort((a, b) => a - b);
  const high = heights[Math.floor(heights.length * 0.8)] ?? 0;
  return { box, size: high > size * 1.15 ? high * 1.06 : size };
}
