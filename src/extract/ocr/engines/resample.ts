import type { GreyImage } from '../image.js';

/** For each target position the first source position and the weights from there on, which sum to 1. */
interface Taps {
  readonly first: Int32Array;
  readonly weights: readonly Float32Array[];
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
  const first = new Int32Array(to);
  const weights = Array.from({ length: to }, (_, at) => {
    const centre = (at + 0.5) * step - 0.5;
    const start = Math.max(0, Math.ceil(centre - reach));
    const end = Math.min(from - 1, Math.floor(centre + reach));
    const raw = Float32Array.from({ length: end - start + 1 }, (_, i) => reach - Math.abs(start + i - centre));
    const sum = raw.reduce((total, weight) => total + weight, 0);
    first[at] = start;
    return sum > 0 ? raw.map((weight) => weight / sum) : Float32Array.of(1);
  });
  return { first, weights };
}

function resampleRows(data: Uint8Array, from: number, height: number, taps: Taps): Float32Array {
  const width = taps.weights.length;
  const out = new Float32Array(width * height);
  taps.weights.forEach((weights, x) => {
    const start = taps.first[x] ?? 0;
    for (let y = 0; y < height; y++) {
      let sum = 0;
      const row = y * from + start;
      for (let i = 0; i < weights.length; i++) sum += (weights[i] ?? 0) * (data[row + i] ?? 0);
      out[y * width + x] = sum;
    }
  });
  return out;
}

function resampleColumns(rows: Float32Array, width: number, taps: Taps): Uint8Array {
  const out = new Uint8Array(width * taps.weights.length);
  const sums = new Float32Array(width);
  taps.weights.forEach((weights, y) => {
    const start = taps.first[y] ?? 0;
    sums.fill(0.5);
    for (let i = 0; i < weights.length; i++) {
      const weight = weights[i] ?? 0;
      const row = (start + i) * width;
      for (let x = 0; x < width; x++) sums[x] = (sums[x] ?? 0) + weight * (rows[row + x] ?? 0);
    }
    for (let x = 0; x < width; x++) out[y * width + x] = Math.min(255, sums[x] ?? 0);
  });
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
