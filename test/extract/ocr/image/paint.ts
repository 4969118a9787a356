import type { GreyImage, PageImage } from '../../../../src/extract/ocr/image.js';

/** White paper to draw on. */
export function paper(width: number, height: number): GreyImage {
  return { width, height, data: new Uint8Array(width * height).fill(255) };
}

/** Fills a rectangle with one grey. */
export function fill(image: GreyImage, left: number, top: number, right: number, bottom: number, grey = 0): void {
  for (let y = Math.max(0, Math.round(top)); y < Math.min(image.height, Math.round(bottom)); y++)
    image.data.fill(grey, y * image.width + Math.max(0, Math.round(left)), y * image.width + Math.round(right));
}

/** A repeatable random number generator from 0 to 1. */
export function randoms(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

/** Something that looks like a line of Chinese: square glyphs of a few horizontal and vertical strokes. */
export function fakeText(image: GreyImage, left: number, top: number, size: number, glyphs: number, seed = 1): void {
  const random = randoms(seed);
  const stroke = Math.max(2, Math.round(size / 14));
  for (let glyph = 0; glyph < glyphs; glyph++) {
    const [x, y] = [left + glyph * size + size * 0.06, top + size * 0.06];
    const side = size * 0.88;
    for (let i = 0; i < 3; i++) {
      const across = y + random() * (side - stroke);
      fill(image, x + random() * side * 0.3, across, x + side * (0.7 + random() * 0.3), across + stroke);
      const along = x + random() * (side - stroke);
      fill(image, along, y + random() * side * 0.3, along + stroke, y + side * (0.7 + random() * 0.3));
    }
  }
}

/** Rules of a table at these places, each line drawn from the first to the last of the other direction. */
export function drawGrid(image: GreyImage, xs: readonly number[], ys: readonly number[], thickness = 4): void {
  const half = thickness / 2;
  const [left, right, top, bottom] = [xs[0] ?? 0, xs.at(-1) ?? 0, ys[0] ?? 0, ys.at(-1) ?? 0];
  for (const y of ys) fill(image, left - half, y - half, right + half, y + half);
  for (const x of xs) fill(image, x - half, top - half, x + half, bottom + half);
}

/** Uneven light and noise, as of a scanner. */
export function scanned(image: GreyImage, noise: number, seed = 7): GreyImage {
  const random = randoms(seed);
  const data = image.data.map((value, at) => {
    const light = 0.75 + (0.2 * (at % image.width)) / image.width;
    return Math.max(0, Math.min(255, value * light + (random() + random() + random() - 1.5) * noise));
  });
  return { ...image, data };
}

/** As the picture of a page in a file. */
export function asPage(image: GreyImage, dpi: number, bilevel = false): PageImage {
  return { ...image, dpi, source: 'file', bilevel };
}
