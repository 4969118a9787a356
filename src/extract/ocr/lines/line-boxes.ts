import type { PixelBox } from '../image.js';
import type { Component } from './components.js';

/** A line of text as spots of ink: the box around them. */
export interface InkLine {
  readonly box: PixelBox;
  readonly spots: readonly Component[];
}

/** Spots lower than this share of the type size are points, dashes and parts of characters: they join a line, and begin none… */
const CORE = 0.35;
/** …unless they have the shape of a dash, so many times as wide as high: a cell may print nothing but a dash. */
const DASH = { width: 0.25, flat: 2 };
/** Spots below this share in both directions are dirt when they stand alone. A decimal point has some 0.12. */
const DIRT = 0.09;
/** Strokes and dashes stand this near to the characters of their line, in type sizes; what lies further off is dirt, or the rest of a stamp. */
const BESIDE = 1.2;
/**
 * Spots below this size in both directions are points and quotation marks, or the dirt of a photocopy. A mark stands close behind its
 * character, and leaves most of an em before the next (一、收入).
 */
const MARK = { size: 0.25, behind: 0.4, before: 0.9 };
/** What is higher than so many type sizes is no character of a table: a rest of a rule, a stamp. */
const LARGEST = 2.2;
/** Two bands of ink are one line when together they are not higher than this: 二 and 三 are bands of their own. */
const ONE_LINE = 1.25;
/** A band higher than this holds lines that touch. */
const SEVERAL_LINES = 1.75;

/**
 * The type size (height of a Chinese character) of a page in pixels: the middle height of the spots that are as wide as high.
 * `null` where too few are found.
 */
export function typeSize(spots: readonly Component[], dpi: number): number | null {
  const [least, most] = [(5 / 72) * dpi, (24 / 72) * dpi];
  const heights = spots
    .filter(({ left, top, right, bottom }) => {
      const [width, height] = [right - left, bottom - top];
      return height >= least && height <= most && width >= height * 0.75 && width <= height * 1.35;
    })
    .map(({ top, bottom }) => bottom - top)
    .sort((a, b) => a - b);
  if (heights.length < 8) return null;
  return (heights[Math.floor(heights.length * 0.6)] ?? 0) * 1.06;
}

/**
 * The lines of text of one cell, or of a region of the page, from top to bottom.
 * @param size type size in pixels
 */
export function inkLines(spots: readonly Component[], size: number): InkLine[] {
  const core = spots.filter((spot) => isCore(spot, size));
  const rest = spots.filter((spot) => !isCore(spot, size) && !isDirt(spot, size));
  const bands = bandsOf(core, size);
  const members: Component[][] = bands.map(() => []);
  for (const spot of core) members[nearest(bands, spot, Infinity)]?.push(spot);
  const alone: Component[] = [];
  const near: { readonly spot: Component; readonly line: Component[] }[] = [];
  for (const spot of rest) {
    const line = members[nearest(bands, spot, size * 0.4)];
    if (line === undefined) alone.push(spot);
    else near.push({ spot, line });
  }
  join(near, size);
  const dashes = alone.filter((spot) => isDash(spot, size));
  const lines = [...members, ...bandsOf(dashes, size).map((band) => dashes.filter((spot) => inside(band, spot)))];
  return lines
    .filter((line) => line.length > 0)
    .map((line) => ({ box: around(line), spots: line }))
    .sort((a, b) => a.box.top - b.box.top);
}

interface Band {
  readonly top: number;
  readonly bottom: number;
}

/** Heights that spots cover together. Thin neighbours are joined, bands of several lines are cut where the least ink is. */
function bandsOf(spots: readonly Component[], size: number): Band[] {
  const sorted = [...spots].sort((a, b) => a.top - b.top);
  const covered: { top: number; bottom: number }[] = [];
  for (const { top, bottom } of sorted) {
    const last = covered.at(-1);
    if (last && (top < last.bottom || Math.max(bottom, last.bottom) - last.top <= size * ONE_LINE)) {
      last.bottom = Math.max(last.bottom, bottom);
    } else covered.push({ top, bottom });
  }
  return covered.flatMap((band) =>
    band.bottom - band.top > size * SEVERAL_LINES
      ? cut(
          band,
          spots.filter((spot) => inside(band, spot)),
          size,
        )
      : [band],
  );
}

/** Cuts a band of touching lines: the number of lines that its height holds, each border where the fewest spots are crossed. */
function cut(band: Band, spots: readonly Component[], size: number): Band[] {
  const height = band.bottom - band.top;
  const crossed = new Float64Array(height + 1);
  for (const spot of spots)
    for (let y = spot.top - band.top; y < spot.bottom - band.top; y++)
      crossed[y] = (crossed[y] ?? 0) + (spot.right - spot.left);
  const count = Math.max(2, Math.round(height / (size * 1.3)));
  const bands: Band[] = [];
  let top = band.top;
  for (let line = 1; line < count; line++) {
    const middle = Math.round((height * line) / count);
    const reach = Math.round(size * 0.45);
    let best = middle;
    for (let y = Math.max(1, middle - reach); y <= Math.min(height - 1, middle + reach); y++) {
      const [now, then] = [crossed[y] ?? 0, crossed[best] ?? 0];
      if (now < then || (now === then && Math.abs(y - middle) < Math.abs(best - middle))) best = y;
    }
    bands.push({ top, bottom: band.top + best });
    top = band.top + best;
  }
  bands.push({ top, bottom: band.bottom });
  return bands.filter(({ top: from, bottom: to }) => to > from);
}

/** Whether a spot is high enough to be a character, and not so high that it is none. */
export function isCore({ left, top, right, bottom }: Component, size: number, largest = LARGEST): boolean {
  const height = bottom - top;
  return height >= size * CORE && height <= size * largest && right - left <= size * 40;
}

/** Whether a spot is too small for a point, or too high for a character. */
export function isDirt({ left, top, right, bottom }: Component, size: number): boolean {
  return (bottom - top < size * DIRT && right - left < size * DIRT) || bottom - top > size * LARGEST;
}

/** Gives spots to the lines at their height, the nearest first, so that a line grows by its own points: 一、 before 收入. */
function join(near: readonly { readonly spot: Component; readonly line: Component[] }[], size: number): void {
  let left = [...near];
  for (let before = -1; before !== left.length; ) {
    before = left.length;
    left = left.filter(({ spot, line }) => {
      if (!isBeside(line, spot, size)) return true;
      line.push(spot);
      return false;
    });
  }
}

function isBeside(line: readonly Component[], spot: Component, size: number): boolean {
  const isMark = Math.max(spot.right - spot.left, spot.bottom - spot.top) < size * MARK.size;
  const behind = size * (isMark ? MARK.behind : BESIDE);
  const before = size * (isMark ? MARK.before : BESIDE);
  return line.some(({ left, right }) => spot.left - right <= behind && left - spot.right <= before);
}

function isDash({ left, top, right, bottom }: Component, size: number): boolean {
  return right - left >= size * DASH.width && right - left >= (bottom - top) * DASH.flat;
}

function inside(band: Band, spot: Component): boolean {
  const middle = (spot.top + spot.bottom) / 2;
  return middle >= band.top && middle <= band.bottom;
}

/** Index of the band nearest to the middle of a spot, at most `reach` away; -1 for none. */
function nearest(bands: readonly Band[], spot: Component, reach: number): number {
  const middle = (spot.top + spot.bottom) / 2;
  let [best, least] = [-1, reach];
  bands.forEach(({ top, bottom }, index) => {
    const distance = middle < top ? top - middle : middle > bottom ? middle - bottom : 0;
    if (distance < least || (distance === 0 && best === -1)) [best, least] = [index, distance];
  });
  return best;
}

/** The box around spots; at least one. */
export function around(spots: readonly Component[]): PixelBox {
  return {
    left: Math.min(...spots.map((spot) => spot.left)),
    top: Math.min(...spots.map((spot) => spot.top)),
    right: Math.max(...spots.map((spot) => spot.right)),
    bottom: Math.max(...spots.map((spot) => spot.bottom)),
  };
}
