import type { RuledLine } from '../../../../src/extract/document.js';
import type { GreyImage } from '../../../../src/extract/ocr/image.js';
import type { Component } from '../../../../src/extract/ocr/lines/components.js';
import type { PageInk } from '../../../../src/extract/ocr/lines/page-lines.js';

/** Two pixels are a point. */
export const DPI = 144;

/** The rules of a table whose columns and rows begin and end at these points. */
export function ruled(xs: readonly number[], ys: readonly number[]): RuledLine[] {
  const [left, right, top, bottom] = [xs[0] ?? 0, xs.at(-1) ?? 0, ys[0] ?? 0, ys.at(-1) ?? 0];
  return [
    ...ys.map((at): RuledLine => ({ direction: 'horizontal', at, from: left, to: right })),
    ...xs.map((at): RuledLine => ({ direction: 'vertical', at, from: top, to: bottom })),
  ];
}

/** The ink of a page with these spots, and no ink of its rules. */
export function inkOf(
  width: number,
  height: number,
  spots: readonly Component[],
  rules: readonly RuledLine[] = [],
): PageInk {
  const ink = new Uint8Array(width * height);
  for (const { left, top, right, bottom } of spots)
    for (let y = top; y < bottom; y++) ink.fill(1, y * width + left, y * width + right);
  return { width, height, dpi: DPI, ink, rules };
}

/** Its picture. */
export function pictureOf({ width, height, ink }: PageInk): GreyImage {
  return { width, height, data: ink.map((value) => (value === 1 ? 0 : 255)) };
}

/** Dark pixels of a picture. */
export function inkIn({ data }: GreyImage): number {
  return data.reduce((sum, value) => sum + (value < 128 ? 1 : 0), 0);
}
