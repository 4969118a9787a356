import type { GreyImage, PixelBox } from '../image.js';

/** A line cut out of a page, and where its picture begins on the page (pixels; may lie outside the paper that was copied). */
export interface CutLine {
  readonly image: GreyImage;
  readonly left: number;
  readonly top: number;
}

/**
 * Margins of paper around a line, in type sizes. Tight pictures lose '-', '一' and '二' at 200 dpi; much paper on the left
 * costs nothing (design/ocr.md, section 3).
 */
const LEFT = 0.9;
const RIGHT = 0.5;
const ABOVE = 0.18;
/** A picture is at least this high, in type sizes: a dash must not be blown up to the height of a character. */
const LEAST_HEIGHT = 1.15;

/**
 * Cuts a line out of the page with a margin of paper. What lies outside `clip` (the inside of a cell) is not copied: the
 * rules and the neighbours are not there.
 * @param size type size in pixels
 */
export function cutLine(page: GreyImage, box: PixelBox, clip: PixelBox, size: number): CutLine {
  const height = Math.round(Math.max(box.bottom - box.top + 2 * ABOVE * size, LEAST_HEIGHT * size));
  const top = Math.round((box.top + box.bottom - height) / 2);
  const left = Math.round(box.left - LEFT * size);
  const width = Math.max(1, Math.round(box.right + RIGHT * size) - left);
  const data = new Uint8Array(width * height).fill(255);
  const from = Math.max(left, clip.left, 0);
  const to = Math.min(left + width, clip.right, page.width);
  const [first, last] = [Math.max(top, clip.top, 0), Math.min(top + height, clip.bottom, page.height)];
  for (let y = first; y < last && to > from; y++)
    data.set(page.data.subarray(y * page.width + from, y * page.width + to), (y - top) * width + from - left);
  return { image: { width, height, data }, left, top };
}
