import type { GreyImage } from '../image.js';

/** Steps between two pixels that weights are kept for. */
const STEP_BITS = 6;
const STEPS = 1 << STEP_BITS;
/** Weights are whole numbers that sum up to this. */
const WEIGHT_BITS = 8;
const WEIGHT = 1 << WEIGHT_BITS;
const HALF = 1 << (2 * WEIGHT_BITS - 1);

/**
 * Fills a row of a new picture from an old one by cubic (Catmull-Rom) interpolation. Pixel x is taken at (startX + stepX·x,
 * startY + stepY·x), where whole numbers are the middles of pixels; pixels whose surroundings leave the old picture stay as they are.
 */
export function cubicRow(
  image: GreyImage,
  startX: number,
  startY: number,
  stepX: number,
  stepY: number,
  row: Uint8Array,
): void {
  const { data: grey, width: stride } = image;
  const [from, to] = inside(startX, stepX, image.width, startY, stepY, image.height, row.length);
  for (let x = from; x < to; x++) {
    const u = ((startX + stepX * x) * STEPS) | 0;
    const v = ((startY + stepY * x) * STEPS) | 0;
    const across = (u & (STEPS - 1)) << 2;
    const down = (v & (STEPS - 1)) << 2;
    const a = WEIGHTS[across] ?? 0;
    const b = WEIGHTS[across + 1] ?? 0;
    const c = WEIGHTS[across + 2] ?? 0;
    const d = WEIGHTS[across + 3] ?? 0;
    const first = ((v >> STEP_BITS) - 1) * stride + (u >> STEP_BITS) - 1;
    const second = first + stride;
    const third = second + stride;
    // White between white: the outer pixels could only make it whiter. Most of a page ends here.
    if (((grey[second + 1] ?? 0) & (grey[second + 2] ?? 0) & (grey[third + 1] ?? 0) & (grey[third + 2] ?? 0)) === 255)
      continue;
    const fourth = third + stride;
    const sum =
      (WEIGHTS[down] ?? 0) *
        (a * (grey[first] ?? 0) +
          b * (grey[first + 1] ?? 0) +
          c * (grey[first + 2] ?? 0) +
          d * (grey[first + 3] ?? 0)) +
      (WEIGHTS[down + 1] ?? 0) *
        (a * (grey[second] ?? 0) +
          b * (grey[second + 1] ?? 0) +
          c * (grey[second + 2] ?? 0) +
          d * (grey[second + 3] ?? 0)) +
      (WEIGHTS[down + 2] ?? 0) *
        (a * (grey[third] ?? 0) +
          b * (grey[third + 1] ?? 0) +
          c * (grey[third + 2] ?? 0) +
          d * (grey[third + 3] ?? 0)) +
      (WEIGHTS[down + 3] ?? 0) *
        (a * (grey[fourth] ?? 0) +
          b * (grey[fourth + 1] ?? 0) +
          c * (grey[fourth + 2] ?? 0) +
          d * (grey[fourth + 3] ?? 0));
    const value = (sum + HALF) >> (2 * WEIGHT_BITS);
    row[x] = value < 0 ? 0 : value > 255 ? 255 : value;
  }
}

const WEIGHTS = catmullRom();

function catmullRom(): Int16Array {
  const weights = new Int16Array(STEPS * 4);
  for (let step = 0; step < STEPS; step++) {
    const t = step / STEPS;
    const exact = [
      (-t + 2 * t * t - t * t * t) / 2,
      (2 - 5 * t * t + 3 * t * t * t) / 2,
      (t + 4 * t * t - 3 * t * t * t) / 2,
      (-t * t + t * t * t) / 2,
    ].map((weight) => Math.round(weight * WEIGHT));
    const rest = WEIGHT - exact.reduce((sum, weight) => sum + weight, 0);
    const largest = t < 0.5 ? 1 : 2;
    exact[largest] = (exact[largest] ?? 0) + rest;
    weights.set(exact, step * 4);
  }
  return weights;
}

/** The pixels x of a row for which both coordinates stay between 1 and size - 3. */
function inside(
  startX: number,
  stepX: number,
  sizeX: number,
  startY: number,
  stepY: number,
  sizeY: number,
  width: number,
): readonly [from: number, to: number] {
  let [from, to] = [0, width];
  for (const [start, step, size] of [
    [startX, stepX, sizeX],
    [startY, stepY, sizeY],
  ] as const) {
    const low = 1 - start;
    const high = size - 2.001 - start;
    if (Math.abs(step) < 1e-9) {
      if (low > 0 || high < 0) return [0, 0];
      continue;
    }
    const [first, last] = step > 0 ? [low / step, high / step] : [high / step, low / step];
    from = Math.max(from, Math.ceil(first));
    to = Math.min(to, Math.floor(last) + 1);
  }
  return [from, Math.max(from, to)];
}
