import type { GreyImage } from '../image.js';
import { reduced } from './reduce.js';

/** Dark areas are looked for at about this resolution: a row of a table is some twenty pixels high, and a stroke of a glyph one. */
const DPI = 75;
/** Darker than this share of the page's usual paper is dark. */
const DARK = 0.6;
/** Least height and width, in points, of a filled row of a table; bars of the largest type are thinner. */
const LEAST_HEIGHT = 9;
const LEAST_WIDTH = 30;
/** Share of an area that must be dark. Letters leave two thirds of it and more. */
const FILLED = 0.55;
/** What is lighter than the fill by this share of the way to the paper is light print… */
const LIGHT = 0.5;
/** …and an area holds at least this share of it: one without is a bar, or a picture. */
const LIGHT_PRINT = 0.015;

/** A dark area: for each column from `left` on its uppermost dark row, and the row below its lowest. */
interface Area {
  readonly left: number;
  readonly tops: readonly number[];
  readonly bottoms: readonly number[];
}

/**
 * The page with light print on dark areas (heads of tables, most often) made dark print on paper. Of each area a dark outline is left: it is
 * the border of the cells. Dark margins, which reach the edge of the picture, stay.
 */
export function withoutDarkAreas(image: GreyImage, dpi: number): GreyImage {
  const factor = Math.max(1, Math.round(dpi / DPI));
  const small = reduced(image, factor);
  const paper = median(small.data);
  // A loop: the mapping of `Uint8Array.from` took longer than all else here.
  const dark = new Uint8Array(small.data.length);
  for (let at = 0; at < dark.length; at++) if ((small.data[at] ?? 0) < paper * DARK) dark[at] = 1;
  let data: Uint8Array | null = null;
  for (const area of darkAreas(dark, small, dpi / factor / 72)) {
    const fill = median(inside(area, small.width).map((at) => small.data[at] ?? 0));
    const bar = fill + (paper - fill) * LIGHT;
    const pixels = inside(area, small.width);
    const light = pixels.filter((at) => (small.data[at] ?? 0) > bar).length;
    if (light < pixels.length * LIGHT_PRINT) continue;
    data ??= image.data.slice();
    invert(data, image, area, factor, fill, paper);
  }
  return data === null ? image : { ...image, data };
}

/** The areas of connected dark pixels that are as large as a row, filled, and do not reach the edge. */
function darkAreas(dark: Uint8Array, { width, height }: GreyImage, pixelsPerPoint: number): Area[] {
  const seen = new Uint8Array(dark.length);
  const areas: Area[] = [];
  const fewest = FILLED * LEAST_WIDTH * LEAST_HEIGHT * pixelsPerPoint ** 2;
  for (let start = 0; start < dark.length; start++) {
    if (dark[start] !== 1 || seen[start] === 1) continue;
    const members = connected(dark, seen, width, height, start);
    if (members.length < fewest) continue;
    const columns = members.map((at) => at % width);
    const rows = members.map((at) => Math.floor(at / width));
    const [left, right] = [least(columns), most(columns)];
    const [top, bottom] = [least(rows), most(rows)];
    if (left === 0 || top === 0 || right === width - 1 || bottom === height - 1) continue;
    if (right - left < LEAST_WIDTH * pixelsPerPoint || bottom - top < LEAST_HEIGHT * pixelsPerPoint) continue;
    const tops = new Array<number>(right - left + 1).fill(height);
    const bottoms = new Array<number>(right - left + 1).fill(0);
    for (const at of members) {
      const [column, row] = [(at % width) - left, Math.floor(at / width)];
      tops[column] = Math.min(tops[column] ?? height, row);
      bottoms[column] = Math.max(bottoms[column] ?? 0, row + 1);
    }
    const spanned = tops.reduce((sum, first, column) => sum + (bottoms[column] ?? 0) - first, 0);
    if (members.length >= spanned * FILLED && spanned >= (right - left) * LEAST_HEIGHT * pixelsPerPoint)
      areas.push({ left, tops, bottoms });
  }
  return areas;
}

/** The dark pixels that hang together with one of them, across corners too. */
function connected(dark: Uint8Array, seen: Uint8Array, width: number, height: number, start: number): number[] {
  const members = [start];
  seen[start] = 1;
  for (let next = 0; next < members.length; next++) {
    const at = members[next] ?? 0;
    const [x, y] = [at % width, Math.floor(at / width)];
    for (let row = Math.max(0, y - 1); row <= Math.min(height - 1, y + 1); row++)
      for (let column = Math.max(0, x - 1); column <= Math.min(width - 1, x + 1); column++) {
        const other = row * width + column;
        if (dark[other] !== 1 || seen[other] === 1) continue;
        seen[other] = 1;
        members.push(other);
      }
  }
  return members;
}

/** The pixels of an area within its outline, which is one pixel wide. */
function inside({ left, tops, bottoms }: Area, width: number): number[] {
  const pixels: number[] = [];
  for (let column = 1; column < tops.length - 1; column++)
    for (let row = (tops[column] ?? 0) + 1; row < (bottoms[column] ?? 0) - 1; row++)
      pixels.push(row * width + left + column);
  return pixels;
}

/** Fill becomes paper, and paper, in which the print stands out, becomes fill. */
function invert(data: Uint8Array, { width }: GreyImage, area: Area, factor: number, fill: number, paper: number): void {
  for (let column = 1; column < area.tops.length - 1; column++)
    for (let y = ((area.tops[column] ?? 0) + 1) * factor; y < ((area.bottoms[column] ?? 0) - 1) * factor; y++)
      for (let x = (area.left + column) * factor; x < (area.left + column + 1) * factor; x++) {
        const at = y * width + x;
        data[at] = Math.max(0, Math.min(255, fill + paper - (data[at] ?? 0)));
      }
}

function median(values: ArrayLike<number>): number {
  const counts = new Uint32Array(256);
  for (let at = 0; at < values.length; at++) {
    const value = values[at] ?? 0;
    counts[value] = (counts[value] ?? 0) + 1;
  }
  let seen = 0;
  return counts.findIndex((count) => {
    seen += count;
    return seen * 2 > values.length;
  });
}

function least(values: readonly number[]): number {
  return values.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY);
}

function most(values: readonly number[]): number {
  return values.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY);
}
