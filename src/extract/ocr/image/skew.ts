import type { GreyImage } from '../image.js';

/** Scans that lie more askew, in degrees, are not looked for: no feeder and no hand puts a page so. */
const WIDEST = 6;
const COARSE_STEP = 0.1;
const FINE_STEP = 0.01;
/** How far around the best coarse angle the fine search goes. */
const FINE_RANGE = 0.2;
/** The angle is the centre of the plateau of scores above this share of the way from the lowest to the highest. */
const PLATEAU = 0.85;
/** Fewer points of ink say nothing about the angle of a page. */
const FEWEST_POINTS = 200;

/**
 * Degrees by which the page must be turned clockwise to be straight: the angle at which lines of text and horizontal rules
 * pile up most sharply in the projection on the page's height. 0 for a page without ink.
 */
export function findSkew(image: Pick<GreyImage, 'width' | 'height'>, ink: Uint8Array): number {
  const points = lowerEdges(image, ink);
  if (points.x.length < FEWEST_POINTS) return 0;
  const coarse = best(thinned(points, 4), image, 0, WIDEST, COARSE_STEP);
  return best(points, image, coarse, FINE_RANGE, FINE_STEP);
}

interface Points {
  readonly x: Float32Array;
  readonly y: Float32Array;
  /** Height of one bin of the projection in pixels. */
  readonly bin: number;
}

/** Lower edges of the ink: they pile up on base lines and rules, and are few in thick strokes. */
function lowerEdges(image: Pick<GreyImage, 'width' | 'height'>, ink: Uint8Array): Points {
  const { width, height } = image;
  const last = Math.max(0, (height - 1) * width);
  let count = 0;
  for (let at = 0; at < last; at++) if (ink[at] === 1 && ink[at + width] === 0) count++;
  const x = new Float32Array(count);
  const y = new Float32Array(count);
  for (let row = 0, point = 0; row < height - 1; row++)
    for (let column = 0, at = row * width; column < width; column++, at++)
      if (ink[at] === 1 && ink[at + width] === 0) {
        x[point] = column - width / 2;
        y[point] = row - height / 2;
        point++;
      }
  return { x, y, bin: 1 };
}

function thinned(points: Points, factor: number): Points {
  const pick = (values: Float32Array): Float32Array => values.filter((_, index) => index % factor === 0);
  return { x: pick(points.x), y: pick(points.y), bin: factor };
}

function best(
  points: Points,
  image: Pick<GreyImage, 'width' | 'height'>,
  centre: number,
  range: number,
  step: number,
): number {
  const steps = Math.round(range / step);
  const bins = new Float64Array(Math.ceil((image.height + image.width * 0.25) / points.bin) + 4);
  const scores: number[] = [];
  for (let i = -steps; i <= steps; i++) scores.push(sharpness(points, centre + i * step, bins));
  const highest = Math.max(...scores);
  const lowest = Math.min(...scores);
  if (highest <= lowest) return centre;
  const peak = scores.indexOf(highest);
  const bar = lowest + (highest - lowest) * PLATEAU;
  let [sum, weight] = [0, 0];
  const add = (index: number): boolean => {
    const over = (scores[index] ?? 0) - bar;
    if (over <= 0) return false;
    sum += index * over;
    weight += over;
    return true;
  };
  for (let i = peak; i < scores.length && add(i); i++);
  for (let i = peak - 1; i >= 0 && add(i); i--);
  return centre + (sum / weight - steps) * step;
}

/** Sum of squares of the projection along lines that rise by `degrees`; each point is shared between its two nearest bins. */
function sharpness({ x, y, bin: size }: Points, degrees: number, bins: Float64Array): number {
  const slope = Math.tan((degrees * Math.PI) / 180);
  const middle = bins.length / 2;
  bins.fill(0);
  for (let i = 0; i < x.length; i++) {
    const place = ((y[i] ?? 0) + (x[i] ?? 0) * slope) / size + middle;
    // There are bins for the widest angle: no place is negative.
    const bin = place | 0;
    const share = place - bin;
    bins[bin] = (bins[bin] ?? 0) + 1 - share;
    bins[bin + 1] = (bins[bin + 1] ?? 0) + share;
  }
  let sum = 0;
  for (let bin = 0; bin < bins.length; bin++) sum += (bins[bin] ?? 0) ** 2;
  return sum;
}
