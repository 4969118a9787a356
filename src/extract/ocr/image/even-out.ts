import type { GreyImage } from '../image.js';
import type { PaperMap } from './paper.js';

/** Ratios of a pixel to its paper are counted in 1/256. */
const ONE = 256;
/** A white pixel on paper of the darkest grey that is still believed (32). */
const MOST_RATIOS = 8 * ONE;
const DARKEST_PAPER = 32;
/** From this share of the paper's grey on a pixel is white: the noise of paper goes. */
const WHITE = 0.96 * ONE;
/** Share of the ink pixels that may be darker than what becomes black. */
const BLACKEST = 0.15;
/** Ink is never taken to be lighter than this share of the paper: a page of noise alone is not blown up to text. */
const LIGHTEST_INK = 0.75 * ONE;

/**
 * Grey values stretched from ink to paper, the paper being what `paper` says at each place: gradients, shades and dull paper
 * become white, and the dark margin around a page too. `scale` is the size of the map's pixels in pixels of `image`.
 */
export function evenOut(
  image: GreyImage,
  paper: PaperMap,
  ink: Uint8Array,
  inkWidth: number,
  scale: number,
): GreyImage {
  const { width, height } = image;
  const block = paper.block * scale;
  const row = new Float32Array(width);
  const counts = new Uint32Array(MOST_RATIOS);
  const isInk = (x: number, y: number): boolean =>
    ink[Math.floor(y / scale) * inkWidth + Math.floor(x / scale)] === 1 &&
    paper.outside[Math.floor(y / block) * paper.columns + Math.floor(x / block)] === 0;
  for (let y = 0; y < height; y += 3) {
    paperRow(paper, y, block, row);
    for (let x = y % 2; x < width; x += 2) {
      if (!isInk(x, y)) continue;
      const bin = Math.min(MOST_RATIOS - 1, Math.floor((image.data[y * width + x] ?? 0) * (row[x] ?? 1)));
      counts[bin] = (counts[bin] ?? 0) + 1;
    }
  }
  const stretch = stretchTable(Math.min(LIGHTEST_INK, percentile(counts, BLACKEST)));
  const data = new Uint8Array(width * height);
  const { data: grey } = image;
  for (let y = 0; y < height; y++) {
    paperRow(paper, y, block, row);
    const at = y * width;
    for (let x = 0; x < width; x++) data[at + x] = stretch[((grey[at + x] ?? 0) * (row[x] ?? 1)) | 0] ?? 255;
  }
  whiten(data, width, height, paper, block);
  return { width, height, data };
}

function stretchTable(black: number): Uint8Array {
  const table = new Uint8Array(MOST_RATIOS).fill(255);
  for (let ratio = 0; ratio < WHITE; ratio++)
    table[ratio] = Math.max(0, Math.min(255, Math.round((255 * (ratio - black)) / (WHITE - black))));
  return table;
}

function percentile(counts: Uint32Array, share: number): number {
  const all = counts.reduce((sum, count) => sum + count, 0);
  let seen = 0;
  for (let bin = 0; bin < counts.length; bin++) {
    seen += counts[bin] ?? 0;
    if (seen > all * share) return bin;
  }
  return 0;
}

/** What turns the pixels of one row into ratios to the paper, blended between the middles of the blocks. */
function paperRow(paper: PaperMap, y: number, block: number, row: Float32Array): void {
  const { columns, rows, levels } = paper;
  const down = Math.max(0, Math.min(rows - 1, (y + 0.5) / block - 0.5));
  const above = Math.floor(down) * columns;
  const below = Math.min(rows - 1, Math.floor(down) + 1) * columns;
  const low = down - Math.floor(down);
  const level = (column: number): number => {
    const inside = Math.max(0, Math.min(columns - 1, column));
    const grey = (levels[above + inside] ?? 255) * (1 - low) + (levels[below + inside] ?? 255) * low;
    return ONE / Math.max(DARKEST_PAPER, grey);
  };
  let x = 0;
  for (let column = -1; column < columns && x < row.length; column++) {
    const [left, right] = [level(column), level(column + 1)];
    const middle = (column + 0.5) * block;
    const step = (right - left) / block;
    for (const end = Math.min(row.length, (column + 1.5) * block - 0.5); x < end; x++)
      row[x] = left + step * (x + 0.5 - middle);
  }
  for (; x < row.length; x++) row[x] = level(columns - 1);
}

function whiten(data: Uint8Array, width: number, height: number, paper: PaperMap, block: number): void {
  for (let index = 0; index < paper.outside.length; index++) {
    if (paper.outside[index] !== 1) continue;
    const left = Math.floor((index % paper.columns) * block);
    const top = Math.floor(Math.floor(index / paper.columns) * block);
    for (let y = top; y < Math.min(height, Math.ceil(top + block)); y++)
      data.fill(255, y * width + left, y * width + Math.min(width, Math.ceil(left + block)));
  }
}
