import type { GreyImage } from '../ocr/image.js';
import { greyWithoutStamp } from '../ocr/without-stamp.js';
import type { Matrix } from './matrix.js';
import { ImageKind } from './operators.js';

/** A decoded image of pdf.js. Stencils come without `kind`: one bit a pixel, 0 where they paint. */
export interface DecodedImage {
  readonly width: number;
  readonly height: number;
  readonly kind?: number;
  readonly data: Uint8Array | Uint8ClampedArray;
}

/** A grey picture and how much of each pixel it covers (0 to 255); `null` where it covers everything. */
export interface Layer {
  readonly image: GreyImage;
  readonly cover: GreyImage | null;
}

/** Share of the rows that must be there: a scanner may count a few more than it wrote, a file that is cut off lacks many. */
const ROWS_NEEDED = 0.99;

/** Whether `value` is a decoded image with all of its pixels. */
export function isDecodedImage(value: unknown): value is DecodedImage {
  if (typeof value !== 'object' || value === null) return false;
  const { width, height, kind, data } = value as { [key in keyof DecodedImage]?: unknown };
  if (typeof width !== 'number' || typeof height !== 'number' || width < 1 || height < 1) return false;
  if (!(data instanceof Uint8Array || data instanceof Uint8ClampedArray)) return false;
  return data.length >= rowBytes(width, kind) * height * ROWS_NEEDED;
}

function rowBytes(width: number, kind: unknown): number {
  if (kind === ImageKind.RGB_24BPP) return width * 3;
  if (kind === ImageKind.RGBA_32BPP) return width * 4;
  return (width + 7) >> 3;
}

/**
 * The grey values of an image without its red stamp, or a stencil in the red value of its colour.
 */
export function layerOf(decoded: DecodedImage, stencil: number | null): Layer {
  const { width, height, kind, data } = decoded;
  if (stencil !== null) {
    const bits = unpacked(decoded);
    const cover = { width, height, data: bits.map((value) => 255 - value) };
    return { image: { width, height, data: new Uint8Array(width * height).fill(stencil) }, cover };
  }
  if (kind === ImageKind.RGB_24BPP || kind === ImageKind.RGBA_32BPP) {
    const step = kind === ImageKind.RGB_24BPP ? 3 : 4;
    const image = { width, height, data: greyWithoutStamp(data, step, width * height) };
    return step === 3 ? { image, cover: null } : { image, cover: alphaOf(decoded) };
  }
  return { image: { width, height, data: unpacked(decoded) }, cover: null };
}

/** One byte a pixel from one bit a pixel; 1 is white. */
function unpacked({ width, height, data }: DecodedImage): Uint8Array {
  const pixels = new Uint8Array(width * height);
  const row = (width + 7) >> 3;
  for (let y = 0, to = 0; y < height; y++) {
    for (let x = 0, from = y * row; x < width; from++) {
      const byte = data[from] ?? 255;
      for (let bit = 7; bit >= 0 && x < width; bit--, x++) pixels[to++] = (byte >> bit) & 1 ? 255 : 0;
    }
  }
  return pixels;
}

function alphaOf({ width, height, data }: DecodedImage): GreyImage | null {
  const alpha = new Uint8Array(width * height);
  let opaque = true;
  for (let i = 0, from = 3; i < alpha.length; i++, from += 4) {
    const value = data[from] ?? 0;
    alpha[i] = value;
    opaque &&= value === 255;
  }
  return opaque ? null : { width, height, data: alpha };
}

/** How an image of the file lies on the page as a reader sees it: its rows along the height (transposed) or run backwards. */
export interface Orientation {
  readonly transposed: boolean;
  readonly mirroredX: boolean;
  readonly mirroredY: boolean;
}

/**
 * How the matrix of a placed image turns it, `null` when by something else than quarters and mirrors.
 * @param slack points that the far corner may be off an axis
 */
export function orientationOf(m: Matrix, slack: number): Orientation | null {
  if (Math.abs(m[1]) <= slack && Math.abs(m[2]) <= slack)
    return { transposed: false, mirroredX: m[0] < 0, mirroredY: m[3] > 0 };
  if (Math.abs(m[0]) <= slack && Math.abs(m[3]) <= slack)
    return { transposed: true, mirroredX: m[2] > 0, mirroredY: m[1] < 0 };
  return null;
}

/** The image as a reader sees it. */
export function oriented(image: GreyImage, { transposed, mirroredX, mirroredY }: Orientation): GreyImage {
  if (!transposed && !mirroredX && !mirroredY) return image;
  const { width, height, data } = image;
  const [across, down] = transposed ? [height, width] : [width, height];
  const stepX = (transposed ? width : 1) * (mirroredX ? -1 : 1);
  const stepY = (transposed ? 1 : width) * (mirroredY ? -1 : 1);
  const start = (mirroredX ? -stepX * (across - 1) : 0) + (mirroredY ? -stepY * (down - 1) : 0);
  const turned = new Uint8Array(data.length);
  for (let y = 0, to = 0; y < down; y++)
    for (let x = 0, from = start + y * stepY; x < across; x++, from += stepX) turned[to++] = data[from] ?? 255;
  return { width: across, height: down, data: turned };
}
