import type { GreyImage } from '../image.js';

/** Side of the square whose mean is taken for the paper around a pixel, in pixels at 300 dpi (measured, design/ocr.md). */
const WINDOW = 61;
/** A pixel darker than this share of that mean is ink. */
const INK_SHARE = 0.86;

/** 1 where there is ink, 0 on paper: darker than its surroundings, so that shades and dull paper do not count. */
export function adaptiveInk(image: GreyImage, dpi: number): Uint8Array {
  const { width, height } = image;
  const smooth = smoothed(image);
  const half = Math.max(4, Math.round((WINDOW * dpi) / 600));
  const ink = new Uint8Array(width * height);
  const columnSums = new Float64Array(width);
  for (let y = 0; y < Math.min(half, height); y++) addRow(columnSums, smooth, y * width, 1);
  for (let y = 0; y < height; y++) {
    if (y + half < height) addRow(columnSums, smooth, (y + half) * width, 1);
    if (y - half - 1 >= 0) addRow(columnSums, smooth, (y - half - 1) * width, -1);
    const rows = Math.min(height - 1, y + half) - Math.max(0, y - half) + 1;
    let sum = 0;
    for (let x = 0; x < Math.min(half, width); x++) sum += columnSums[x] ?? 0;
    for (let x = 0; x < width; x++) {
      if (x + half < width) sum += columnSums[x + half] ?? 0;
      if (x - half - 1 >= 0) sum -= columnSums[x - half - 1] ?? 0;
      const columns = Math.min(width - 1, x + half) - Math.max(0, x - half) + 1;
      if ((smooth[y * width + x] ?? 0) * rows * columns < INK_SHARE * sum) ink[y * width + x] = 1;
    }
  }
  return ink;
}

function addRow(sums: Float64Array, data: Uint8Array, from: number, sign: 1 | -1): void {
  for (let x = 0; x < sums.length; x++) sums[x] = (sums[x] ?? 0) + sign * (data[from + x] ?? 0);
}

/** Mean of 3 by 3 pixels: noise of single pixels is no ink. The outermost pixels stay as they are. */
function smoothed(image: GreyImage): Uint8Array {
  const { width, height, data } = image;
  const result = data.slice();
  const columns = new Uint16Array(width);
  for (let y = 1; y < height - 1; y++) {
    const at = y * width;
    for (let x = 0; x < width; x++)
      columns[x] = (data[at - width + x] ?? 0) + (data[at + x] ?? 0) + (data[at + width + x] ?? 0);
    for (let x = 1; x < width - 1; x++)
      result[at + x] = ((columns[x - 1] ?? 0) + (columns[x] ?? 0) + (columns[x + 1] ?? 0)) / 9;
  }
  return result;
}
