import type { GreyImage } from '../image.js';

/** The picture at 1/`factor` of its size, each pixel the mean of a square. Pixels that fill no square at the right and the bottom go. */
export function reduced(image: GreyImage, factor: number): GreyImage {
  if (factor === 1) return image;
  const width = Math.floor(image.width / factor);
  const height = Math.floor(image.height / factor);
  const data = new Uint8Array(width * height);
  const sums = new Uint32Array(width);
  const area = factor * factor;
  for (let y = 0; y < height; y++) {
    sums.fill(0);
    for (let dy = 0; dy < factor; dy++) {
      let from = (y * factor + dy) * image.width;
      for (let x = 0; x < width; x++) {
        let sum = 0;
        for (let dx = 0; dx < factor; dx++) sum += image.data[from++] ?? 0;
        sums[x] = (sums[x] ?? 0) + sum;
      }
    }
    const to = y * width;
    for (let x = 0; x < width; x++) data[to + x] = (sums[x] ?? 0) / area;
  }
  return { width, height, data };
}
