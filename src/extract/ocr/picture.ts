import type { GreyImage } from './image.js';

/** The longest side of a page's picture in pixels: A3 at 300 dpi. What is larger is scaled down. */
export const LONGEST_SIDE = 5000;

/** Whether a picture has at most two grey values: a fax, a photocopy, a scan in black and white. */
export function isBilevel({ data }: GreyImage): boolean {
  const first = data[0] ?? 255;
  let second = first;
  for (let i = 1; i < data.length; i++) {
    const value = data[i] ?? first;
    if (value === first || value === second) continue;
    if (second !== first) return false;
    second = value;
  }
  return true;
}
