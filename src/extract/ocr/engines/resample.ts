import type { GreyImage } from '../image.js';

/** For each target position the first source position, and the weights from there on (`most` places each, rest 0), which sum to 1. */
interface Taps {
  readonly first: Int32Array;
  readonly counts: Int32Array;
  readonly weights: Float32Array;
  readonly most: number;
}

/**
 * The same picture with another number of pixels. Made smaller, each new pixel is a weighted mean of all it covers (a triangle
 * two new pixels wide), so that thin strokes and points grow paler but do not vanish; made larger, it is linear between pixels.
 * Own code, because a call into a library for each of a thousand lines costs more than the lines, and readings must not depend on
 * the version of one.
 */
export function resample(image: GreyImage, width: number, height: number): GreyImage {
  if (image.width === width && image.height === height) return image;
  const rows = resampleRows(image.data, image.width, image.height, tapsOf(image.width, width));
  return { width, height, data: resampleColumns(rows, width, tapsOf(image.height, height)) };
}

function tapsOf(from: number, to: number): Taps {
  const step = from / to;
  const reach = Math.max(step, 1);
  const most = Math.floor(2 * reach) + 1;
  const first = new Int32Array(to);
  const counts = new Int32Array(to);
  const weights = new Float32Array(to * most);
  for (let at = 0; at < to; at++) {
    const centre = (at + 0.5) * step - 0.5;
    const start = Math.max(0, Math.ceil(centre - reach));
    const count = Math.min(from - 1, Math.floor(centre + reach)) - start + 1;
    const own = weights.subarray(at * most, at * most + count);
    let sum = 0;
    for (let i = 0; i < count; i++) {
      own[i] = reach - Math.abs(start + i - centre);
      sum += own[i] ?? 0;
    }
    for (let i = 0; i < count; i++) own[i] = (own[i] ?? 0) / sum;
    first[at] = start;
    counts[at] = count;
  }
  return { first, counts, weights, most };
}

function resampleRows(data: Uint8Array, from: number, height: number, taps: Taps): Float32Array {
  const { first, counts, weights, most } = taps;
  const width = first.length;
  const out = new Float32Array(width * height);
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const row = y * from + (first[x] ?? 0);
      const count = counts[x] ?? 0;
      let sum = 0;
      for (let i = 0, tap = x * most; i < count; i++, tap++) sum += (weights[tap] ?? 0) * (data[row + i] ?? 0);
      out[y * width + x] = sum;
    }
  return out;
}

function resampleColumns(rows: Float32Array, width: number, taps: Taps): Uint8Array {
  const { first, counts, weights, most } = taps;
  const out = new Uint8Array(width * first.length);
  const sums = new Float32Array(width);
  for (let y = 0; y < first.length; y++) {
    sums.fill(0.5);
    for (let i = 0; i < (counts[y] ?? 0); i++) {
      const weight = weights[y * most + i] ?? 0;
      const row = ((first[y] ?? 0) + i) * width;
      for (let x = 0; x < width; x++) sums[x] = (sums[x] ?? 0) + weight * (rows[row + x] ?? 0);
    }
    for (let x = 0; x < width; x++) out[y * width + x] = Math.min(255, sums[x] ?? 0);
  }
  return out;
}

/** The same picture with so many white pixels more on each side. */
export function withBorder(image: GreyImage, border: number): GreyImage {
  if (border === 0) return image;
  const width = image.width + 2 * border;
  const height = image.height + 2 * border;
  const data = new Uint8Array(width * height).fill(255);
  for (let y = 0; y < image.height; y++) {
    const row = image.data.subarray(y * image.width, (y + 1) * image.width);
    data.set(row, (y + border) * width + border);
  }
  return { width, height, data };
}
