import type { Turn } from '../../place.js';
import type { GreyImage } from '../image.js';

/** The picture turned clockwise by quarter turns: 1 puts what was the left side on top. Other fields of the picture stay. */
export function turnPage<T extends GreyImage>(image: T, turn: Turn): T {
  if (turn === 0) return image;
  const { width, height, data } = image;
  const turned = new Uint8Array(width * height);
  if (turn === 2) {
    for (let from = 0, to = turned.length - 1; to >= 0; from++, to--) turned[to] = data[from] ?? 0;
    return { ...image, data: turned };
  }
  // Tile by tile: whole columns of a page do not fit into the processor's cache.
  for (let top = 0; top < height; top += TILE)
    for (let left = 0; left < width; left += TILE) {
      const bottom = Math.min(height, top + TILE);
      const right = Math.min(width, left + TILE);
      for (let x = left; x < right; x++) {
        let to = turn === 1 ? x * height + height - 1 - top : (width - 1 - x) * height + top;
        const step = turn === 1 ? -1 : 1;
        for (let y = top; y < bottom; y++, to += step) turned[to] = data[y * width + x] ?? 0;
      }
    }
  return { ...image, width: height, height: width, data: turned };
}

const TILE = 32;

/** Where a point of the turned picture lies in the picture as it was, `width` by `height` pixels before turning. */
export function beforeTurn(
  turn: Turn,
  width: number,
  height: number,
): (x: number, y: number) => { readonly x: number; readonly y: number } {
  if (turn === 1) return (x, y) => ({ x: y, y: height - x });
  if (turn === 2) return (x, y) => ({ x: width - x, y: height - y });
  if (turn === 3) return (x, y) => ({ x: width - y, y: x });
  return (x, y) => ({ x, y });
}
