import type { GreyImage } from '../image.js';

/** How a straightened picture came out of another: turned by `degrees` clockwise around its middle and enlarged. */
export interface Straightening {
  readonly width: number;
  readonly height: number;
  /** From a point of the straightened picture to the same point of the one before. */
  readonly before: (x: number, y: number) => { readonly x: number; readonly y: number };
}

/** Steps between two pixels that weights are kept for. */
const STEPS = 64;
/** Weights are whole numbers that sum up to this. */
const WEIGHT = 256;
/** Smaller angles, in degrees, move no pixel of a page by half its size. */
const NO_ANGLE = 0.005;

/** The size and the place of everything when a picture is turned so and enlarged `scale` times: no corner is lost. */
export function straightening(image: GreyImage, degrees: number, scale: number): Straightening {
  const angle = (degrees * Math.PI) / 180;
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  const width = Math.ceil((image.width * cos + image.height * Math.abs(sin)) * scale - 0.01);
  const height = Math.ceil((image.height * cos + image.width * Math.abs(sin)) * scale - 0.01);
  return {
    width,
    height,
    before: (x, y) => {
      const [right, down] = [(x - width / 2) / scale, (y - height / 2) / scale];
      return { x: image.width / 2 + cos * right + sin * down, y: image.height / 2 - sin * right + cos * down };
    },
  };
}

/** Turns and enlarges a picture in one step, by cubic (Catmull-Rom) interpolation: thin strokes keep their ink. Corners are white. */
export function straightened(image: GreyImage, degrees: number, scale: number): GreyImage {
  if (Math.abs(degrees) < NO_ANGLE && scale === 1) return image;
  const { width, height, before } = straightening(image, degrees, scale);
  const data = new Uint8Array(width * height).fill(255);
  const origin = before(0.5, 0.5);
  const right = before(1.5, 0.5);
  const [stepX, stepY] = [right.x - origin.x, right.y - origin.y];
  const stride = image.width;
  for (let y = 0; y < height; y++) {
    const start = before(0.5, y + 0.5);
    // Only the part of the row that lies inside the old picture, two pixels from its border, so that no tap leaves it.
    const [from, to] = inside(start.x - 0.5, stepX, image.width, start.y - 0.5, stepY, image.height, width);
    for (let x = from; x < to; x++) {
      const u = (start.x - 0.5 + stepX * x) * STEPS;
      const v = (start.y - 0.5 + stepY * x) * STEPS;
      const column = (u / STEPS) | 0;
      const row = (v / STEPS) | 0;
      const across = ((u | 0) - column * STEPS) * 4;
      const down = ((v | 0) - row * STEPS) * 4;
      const [a, b, c, d] = [
        WEIGHTS[across] ?? 0,
        WEIGHTS[across + 1] ?? 0,
        WEIGHTS[across + 2] ?? 0,
        WEIGHTS[across + 3] ?? 0,
      ];
      let at = (row - 1) * stride + column - 1;
      let sum = 0;
      for (let tap = 0; tap < 4; tap++, at += stride)
        sum +=
          (WEIGHTS[down + tap] ?? 0) *
          (a * (image.data[at] ?? 0) +
            b * (image.data[at + 1] ?? 0) +
            c * (image.data[at + 2] ?? 0) +
            d * (image.data[at + 3] ?? 0));
      const value = sum / (WEIGHT * WEIGHT) + 0.5;
      data[y * width + x] = value < 0 ? 0 : value > 255 ? 255 : value;
    }
  }
  return { width, height, data };
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
