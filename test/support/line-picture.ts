import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import * as fontkit from 'fontkit';
import sharp from 'sharp';
import { unpackWoff } from '../../samples/make/woff.js';
import type { GreyImage } from '../../src/extract/ocr/image.js';

const require = createRequire(import.meta.url);

/** Lines of text to draw, one above the other, with their left end and baseline in pixels. */
export interface DrawnLine {
  readonly text: string;
  readonly left: number;
  readonly baseline: number;
}

let face: fontkit.Font | null = null;

/** The typeface of the samples. */
function typeface(): fontkit.Font {
  const file = require.resolve('@fontsource/noto-sans-sc/files/noto-sans-sc-chinese-simplified-400-normal.woff');
  face ??= fontkit.create(unpackWoff(readFileSync(file))) as fontkit.Font;
  return face;
}

/** A white picture with lines of text of one size in pixels. */
export async function drawLines(
  lines: readonly DrawnLine[],
  size: number,
  width: number,
  height: number,
): Promise<GreyImage> {
  const font = typeface();
  const scale = size / font.unitsPerEm;
  const paths = lines.flatMap(({ text, left, baseline }) => {
    let x = left;
    const { glyphs, positions } = font.layout(text);
    return glyphs.map((glyph, index) => {
      const path = `<path transform="translate(${x} ${baseline}) scale(${scale} ${-scale})" d="${glyph.path.toSVG()}"/>`;
      x += (positions[index]?.xAdvance ?? 0) * scale;
      return path;
    });
  });
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">${paths.join('')}</svg>`;
  const pixels = await sharp(Buffer.from(svg)).flatten({ background: '#fff' }).extractChannel('red').raw().toBuffer();
  return { width, height, data: new Uint8Array(pixels) };
}

/** One line with the margins that engines expect: 0.9 of the size at the left, 0.4 at the right. */
export function drawLine(text: string, size: number): Promise<GreyImage> {
  const font = typeface();
  const length = (font.layout(text).advanceWidth * size) / font.unitsPerEm;
  const line = { text, left: 0.9 * size, baseline: size };
  return drawLines([line], size, Math.round(length + 1.3 * size), Math.round(1.3 * size));
}
