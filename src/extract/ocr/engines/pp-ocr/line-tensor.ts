import type { GreyImage } from '../../image.js';
import { resample } from '../resample.js';
import type { Numbers } from './session.js';

/** Height that the recogniser was trained with, in pixels. */
const HEIGHT = 48;

/** Narrower pictures are widened with their own paper: the recogniser halves the width several times. */
const MIN_WIDTH = 48;

/** The line as the recogniser wants it: 48 pixels high, -1 black to 1 white, the grey three times as blue, green, red. */
export function lineTensor(image: GreyImage): Numbers {
  const width = Math.max(MIN_WIDTH, Math.round((image.width * HEIGHT) / image.height));
  const { data } = resample(image, width, HEIGHT);
  const plane = data.length;
  const tensor = new Float32Array(3 * plane);
  for (let at = 0; at < plane; at++) tensor[at] = (data[at] ?? 0) / 127.5 - 1;
  tensor.copyWithin(plane, 0, plane);
  tensor.copyWithin(2 * plane, 0, plane);
  return { data: tensor, dims: [1, 3, HEIGHT, width] };
}
