import type { GreyImage } from '../image.js';

/** Side of the square whose mean is taken for the paper around a pixel, in pixels at 300 dpi (measured, design/ocr.md). */
const WINDOW = 61;
/** A pixel darker than so many percent of that mean is ink. */
const INK_PERCENT = 86;

/** 1 where there is ink, 0 on paper: darker than its surroundings, so that shades and dull paper do not count. */
export function adaptiveInk(image: GreyImage, dpi: number): Uint8Array {
  const { width, height } = image;
  const smooth = smoothed(image);
  const half = Math.min(width - 1, Math.max(4, Math.round((WINDOW * dpi) / 600)));
  const ink = new Uint8Array(width * height);
  const sums = new Int32Array(width);
  for (let y = 0; y < Math.min(half, height); y++) addRow(sums, smooth, y * width, 1);
  for (let y = 0; y < height; y++) {
    const [comes, goes] = [(y + half) * width, (y - half - 1) * width];
    if (comes < smooth.length && goes >= 0) exchangeRow(sums, smooth, comes, goes);
    else if (comes < smooth.length) addRow(sums, smooth, comes, 1);
    else if (goes >= 0) addRow(sums, smooth, goes, -1);
    const rows = Math.min(height - 1, y + half) - Math.max(0, y - half) + 1;
    markRow(ink, smooth, sums, y * width, half, rows);
  }
  return ink;
}

/**
 * Slides the window along one row. Whole numbers throughout: a window of 61 by 61 white pixels times 100 fits into 32 bits. No function
 * within shares the sum: the compiler would keep it in memory for that.
 */
function markRow(ink: Uint8Array, smooth: Uint8Array, sums: Int32Array, at: number, half: number, rows: number): void {
  const width = sums.length;
  const scale = 100 * rows;
  let sum = 0;
  for (let x = 0; x < half; x++) sum += sums[x] ?? 0;
  let x = 0;
  for (; x <= half && x < width; x++) {
    if (x + half < width) sum += sums[x + half] ?? 0;
    if (isInk(smooth[at + x] ?? 0, scale * (Math.min(width - 1, x + half) + 1), sum)) ink[at + x] = 1;
  }
  const area = scale * (2 * half + 1);
  for (; x < width - half; x++) {
    sum += (sums[x + half] ?? 0) - (sums[x - half - 1] ?? 0);
    if (isInk(smooth[at + x] ?? 0, area, sum)) ink[at + x] = 1;
  }
  for (; x < width; x++) {
    sum -= sums[x - half - 1] ?? 0;
    if (isInk(smooth[at + x] ?? 0, scale * (width - x + half), sum)) ink[at + x] = 1;
  }
}

function isInk(grey: number, area: number, sum: number): boolean {
  return grey * area < INK_PERCENT * sum;
}

function addRow(sums: Int32Array, data: Uint8Array, from: number, sign: 1 | -1): void {
  for (let x = 0; x < sums.length; x++) sums[x] = (sums[x] ?? 0) + sign * (data[from + x] ?? 0);
}

function exchangeRow(sums: Int32Array, data: Uint8Array, comes: number, goes: number): void {
  for (let x = 0; x < sums.length; x++) sums[x] = (sums[x] ?? 0) + (data[comes + x] ?? 0) - (data[goes + x] ?? 0);
}

/** Mean of 3 by 3 pixels: noise of single pixels is no ink. The outermost pixels stay as they are. */
function smoothed(image: GreyImage): Uint8Array {
  const { width, height, data } = image;
  const result = data.slice();
  for (let y = 1; y < height - 1; y++) {
    const at = y * width;
    let before = 0;
    let here = (data[at - width] ?? 0) + (data[at] ?? 0) + (data[at + width] ?? 0);
    before = here;
    for (let x = 1; x < width; x++) {
      const next = (data[at - width + x] ?? 0) + (data[at + x] ?? 0) + (data[at + width + x] ?? 0);
      // At the first step `before` and `here` are the same column; pixel 0 is not written.
      if (x > 1) result[at + x - 1] = ((before + here + next) * NINTH) >> 16;
      before = here;
      here = next;
    }
  }
  return result;
}

/** A division by nine as a product and a shift: exact for sums of nine bytes, a little more than 65536 / 9. */
const NINTH = 7282;
