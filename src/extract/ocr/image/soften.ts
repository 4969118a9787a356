import sharp from 'sharp';
import type { GreyImage } from '../image.js';

/** Spread of the blur in pixels at 300 dpi: strokes of a photocopy close up, and nothing is lost (measured, design/ocr.md). */
const SIGMA = 2.2;

/** Light Gaussian blur of a scan that knows black and white only. */
export async function softened(image: GreyImage, dpi: number): Promise<GreyImage> {
  const { data } = await sharp(image.data, { raw: { width: image.width, height: image.height, channels: 1 } })
    .blur((SIGMA * dpi) / 300)
    .toColourspace('b-w')
    .raw()
    .toBuffer({ resolveWithObject: true });
  return { width: image.width, height: image.height, data: new Uint8Array(data.buffer, data.byteOffset, data.length) };
}
