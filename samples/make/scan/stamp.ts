import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import * as fontkit from 'fontkit';
import sharp from 'sharp';
import { unpackWoff } from '../woff.js';
import { inColour, type Picture } from './picture.js';

/** What stands on the stamp: of nobody, and says so. */
const WORDS = '扫描样本不是真的印章';
const FONT = '@fontsource/noto-sans-sc/files/noto-sans-sc-chinese-simplified-700-normal.woff';
/** Diameter of the round stamp of a Chinese public body (国发〔1999〕25 号: 4.2 to 4.5 cm), in points. */
const DIAMETER = 122;
const INK = [205, 45, 52] as const;
/** How much of the paper's light the ink of the stamp takes. */
const STRENGTH = 0.8;

/** Ring, star and words in a square of 1000 by 1000, as an SVG. */
function drawing(pixels: number): string {
  const font = fontkit.create(unpackWoff(readFileSync(createRequire(import.meta.url).resolve(FONT))));
  if (!('layout' in font)) throw new Error(`expected one font in ${FONT}, found a collection`);
  const size = 130;
  const scale = size / font.unitsPerEm;
  const step = 270 / (WORDS.length - 1);
  const glyphs = font
    .layout(WORDS)
    .glyphs.map(
      (glyph, index) =>
        `<path d="${glyph.path.toSVG()}" transform="translate(500 500) rotate(${index * step - 135}) translate(${(-glyph.advanceWidth * scale) / 2} -300) scale(${scale} ${-scale})"/>`,
    );
  const star = Array.from({ length: 10 }, (_, corner) => {
    const [radius, angle] = [corner % 2 === 0 ? 160 : 61, (corner * Math.PI) / 5];
    return `${(500 + radius * Math.sin(angle)).toFixed(1)},${(500 - radius * Math.cos(angle)).toFixed(1)}`;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${pixels}" height="${pixels}" viewBox="0 0 1000 1000">
<circle cx="500" cy="500" r="475" fill="none" stroke="#000" stroke-width="32"/><polygon points="${star.join(' ')}"/>${glyphs.join('')}</svg>`;
}

/** The picture in colour, with a red stamp whose middle is at (x, y), in pixels. Print shows through it. */
export async function stamp(picture: Picture, x: number, y: number, dpi: number): Promise<Picture> {
  const side = Math.round((DIAMETER * dpi) / 72);
  const cover = await sharp(Buffer.from(drawing(side)))
    .extractChannel('alpha')
    .raw()
    .toBuffer();
  const stamped = inColour(picture);
  const [left, top] = [Math.round(x - side / 2), Math.round(y - side / 2)];
  for (const [index, covered] of cover.entries()) {
    const [column, row] = [left + (index % side), top + Math.floor(index / side)];
    if (covered === 0 || column < 0 || row < 0 || column >= picture.width || row >= picture.height) continue;
    const at = (row * picture.width + column) * 3;
    const taken = (covered / 255) * STRENGTH;
    for (const [channel, colour] of INK.entries())
      stamped.data[at + channel] = (stamped.data[at + channel] ?? 0) * (1 - taken + (taken * colour) / 255);
  }
  return stamped;
}
