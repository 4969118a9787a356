import type { PixelBox } from '../../../../src/extract/ocr/image.js';
import type { Component } from '../../../../src/extract/ocr/lines/components.js';

/** A type size in pixels, for spots that are made without a page. */
export const SIZE = 20;

/** A mask and its size. */
export interface Mask {
  readonly mask: Uint8Array;
  readonly width: number;
  readonly height: number;
}

/** A mask drawn as text: `#` is ink, everything else paper. */
export function drawn(...rows: readonly string[]): Mask {
  const width = Math.max(0, ...rows.map((row) => row.length));
  const mask = new Uint8Array(width * rows.length);
  rows.forEach((row, y) => {
    for (let x = 0; x < row.length; x++) mask[y * width + x] = row[x] === '#' ? 1 : 0;
  });
  return { mask, width, height: rows.length };
}

/** A spot that fills its box. */
export function spot(left: number, top: number, width: number, height: number): Component {
  return { left, top, right: left + width, bottom: top + height, pixels: width * height };
}

/** Characters of a line: `count` spots from `left` on, each as high as characters of `size` are, one every `step` pixels. */
export function characters(left: number, top: number, count: number, size = SIZE, step = size): Component[] {
  const side = Math.round(size * 0.9);
  return Array.from({ length: count }, (_, index) => spot(left + index * step, top, side, side));
}

/** The box alone. */
export function boxOf({ left, top, right, bottom }: PixelBox): readonly number[] {
  return [left, top, right, bottom];
}

/** In an order that does not depend on how they were found. */
export function inOrder<T extends PixelBox>(boxes: readonly T[]): T[] {
  return [...boxes].sort((a, b) => a.top - b.top || a.left - b.left || a.bottom - b.bottom || a.right - b.right);
}
