import type { GreyImage } from '../image.js';

/** Pixels along a line that are averaged to see it through noise, and how far to its sides the paper is looked at (at 300 dpi). */
const ALONG = 7;
const ASIDE = 6;
/** Grey values by which a line must be darker than the paper on both sides. */
const DARKER = 20;

/**
 * 1 on thin lines along the rows, however pale: darker than the paper above and below over some length. Hairlines and grey
 * borders lie below the threshold of ink, which is made for glyphs.
 */
export function faintLines(image: GreyImage, dpi: number): Uint8Array {
  const { width, height } = image;
  const along = Math.max(5, Math.round((ALONG * dpi) / 300));
  const aside = Math.max(3, Math.round((ASIDE * dpi) / 300));
  const means = lighterHalves(image, along);
  const lines = new Uint8Array(width * height);
  const step = aside * width;
  for (let at = step; at < lines.length - step; at++) {
    const bar = (means[at] ?? 0) + DARKER;
    if (bar < (means[at - step] ?? 0) && bar < (means[at + step] ?? 0)) lines[at] = 1;
  }
  return lines;
}

/** For each pixel the lighter of two means: of the pixels up to it and of those from it on. So a line does not grow at its ends. */
function lighterHalves({ width, height, data }: GreyImage, along: number): Uint8Array {
  const means = new Uint8Array(width * height).fill(255);
  const sums = new Uint16Array(width);
  for (let y = 0; y < height; y++) {
    const row = y * width;
    let sum = 0;
    for (let x = 0; x < width; x++) {
      sum += data[row + x] ?? 0;
      if (x >= along) sum -= data[row + x - along] ?? 0;
      sums[x] = sum;
    }
    for (let x = along - 1; x <= width - along; x++) {
      const [before, after] = [sums[x] ?? 0, sums[x + along - 1] ?? 0];
      means[row + x] = (before > after ? before : after) / along;
    }
  }
  return means;
}
