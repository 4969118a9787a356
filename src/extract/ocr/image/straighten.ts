import type { GreyImage } from '../image.js';
import { cubicRow } from './cubic-row.js';

/** How a straightened picture came out of another: turned by `degrees` clockwise around its middle and enlarged. */
export interface Straightening {
  readonly width: number;
  readonly height: number;
  /** From a point of the straightened picture to the same point of the one before. */
  readonly before: (x: number, y: number) => { readonly x: number; readonly y: number };
}

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
  if (degrees === 0 && scale === 1) return image;
  const { width, height, before } = straightening(image, degrees, scale);
  const data = new Uint8Array(width * height).fill(255);
  const origin = before(0.5, 0.5);
  const right = before(1.5, 0.5);
  const [stepX, stepY] = [right.x - origin.x, right.y - origin.y];
  for (let y = 0; y < height; y++) {
    const start = before(0.5, y + 0.5);
    cubicRow(image, start.x - 0.5, start.y - 0.5, stepX, stepY, data.subarray(y * width, (y + 1) * width));
  }
  return { width, height, data };
}
