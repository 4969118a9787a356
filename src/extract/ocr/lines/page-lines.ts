import type { RuledLine } from '../../document.js';
import type { PixelBox } from '../image.js';
import { cellBoxes, spotsByCell } from './cells.js';
import { type Component, componentsOf } from './components.js';
import { type InkLine, inkLines, typeSize } from './line-boxes.js';
import { linkedLines } from './linked-lines.js';

/** A line of text of a page, the area that its picture may be cut from, and its type size. Pixels. */
export interface PageLine {
  readonly box: PixelBox;
  /** Some of its ink is no character: where a detector sees text there, that is right. */
  readonly doubtful: boolean;
  /** The inside of its cell, or the whole page. */
  readonly clip: PixelBox;
  readonly size: number;
  readonly inCell: boolean;
}

/** What the ink of a page tells of its text. */
export interface PageText {
  readonly lines: readonly PageLine[];
  readonly cells: readonly PixelBox[];
  /** Whether some ink is no character, so that lines may be wrong or missing: bars with pale text, pictures, seals; or there is no text at all. */
  readonly doubtful: boolean;
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

/** Every line of text of a page, as far as its ink shows them: within the cells of its grids, and outside them. */
export function pageLines(page: PageInk): PageText {
  const spots = componentsOf(page.ink, page.width, page.height);
  const size = typeSize(spots, page.dpi) ?? (USUAL_SIZE / 72) * page.dpi;
  const cells = cellBoxes(page.rules, page.dpi);
  const { inside, outside } = spotsByCell(spots, cells);
  const inCells = cells.flatMap((clip, index) =>
    inkLines(inside[index] ?? [], size).map((line) => ({ ...measured(line, size), clip, inCell: true })),
  );
  const free = linkedLines(outside, size).map((line) => measured(line, size));
  const lines = [...inCells, ...betweenNeighbours(free, page)];
  return { lines, cells, doubtful: lines.length === 0 || spots.some((spot) => isPatch(spot, size)) };
}

/** Lines outside of cells, each with the page between its neighbours as the area of its picture. */
export function betweenNeighbours(
  lines: readonly Omit<PageLine, 'clip' | 'inCell'>[],
  { width, height }: { readonly width: number; readonly height: number },
): PageLine[] {
  const whole: PixelBox = { left: 0, top: 0, right: width, bottom: height };
  return lines.map((line) => ({ ...line, clip: between(line, lines, whole), inCell: false }));
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

/** Ink that hangs together over so many type sizes, and is as broad as a character is high at least, is no character. */
const PATCH = { length: 4, breadth: 0.35 };

function isPatch({ left, top, right, bottom }: PixelBox, size: number): boolean {
  const [width, height] = [right - left, bottom - top];
  return Math.max(width, height) > size * PATCH.length && Math.min(width, height) >= size * PATCH.breadth;
}

/** Headings are set larger than the rest: the size of a line follows its own characters where these are higher. */
function measured({ box, spots }: InkLine, size: number): Omit<PageLine, 'clip' | 'inCell'> {
  const heights = spots.map((spot: Component) => spot.bottom - spot.top).sort((a, b) => a - b);
  const high = heights[Math.floor(heights.length * 0.8)] ?? 0;
  const doubtful = spots.some((spot) => isPatch(spot, size));
  return { box, doubtful, size: high > size * 1.15 ? high * 1.06 : size };
}
