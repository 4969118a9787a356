import type { GreyImage } from '../../image.js';
import type { Numbers } from '../pp-ocr/session.js';
import { resample } from '../resample.js';

/** The detector halves a picture five times. */
const MULTIPLE = 32;

/** Means and deviations of the pictures that the detector was trained with, of channels from 0 to 1. */
const CHANNELS = [
  { mean: 0.485, deviation: 0.229 },
  { mean: 0.456, deviation: 0.224 },
  { mean: 0.406, deviation: 0.225 },
];

/** A page drawn for the detector; `scaleX`, `scaleY` are pixels of the page to one of the drawing. */
export interface PageTensor {
  readonly input: Numbers;
  readonly width: number;
  readonly height: number;
  readonly scaleX: number;
  readonly scaleY: number;
}

/** The page with its long side at most `longSide` pixels (never enlarged), both sides multiples of 32. */
export function pageTensor(page: GreyImage, longSide: number): PageTensor {
  const shrink = Math.min(1, longSide / Math.max(page.width, page.height));
  const [width, height] = [multiple(page.width * shrink), multiple(page.height * shrink)];
  const { data } = resample(page, width, height);
  const tensor = new Float32Array(3 * data.length);
  CHANNELS.forEach(({ mean, deviation }, channel) => {
    const plane = channel * data.length;
    for (let at = 0; at < data.length; at++) tensor[plane + at] = ((data[at] ?? 0) / 255 - mean) / deviation;
  });
  return {
    input: { data: tensor, dims: [1, 3, height, width] },
    width,
    height,
    scaleX: page.width / width,
    scaleY: page.height / height,
  };
}

function multiple(side: number): number {
  return Math.max(MULTIPLE, Math.round(side / MULTIPLE) * MULTIPLE);
}
