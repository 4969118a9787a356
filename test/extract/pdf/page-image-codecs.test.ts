import { expect, test } from 'vitest';
import type { GreyImage } from '../../../src/extract/ocr/image.js';
import { imagePage, type MadeImage, pictured, rowsOf } from './image-pages.js';
import { fax, jbig2, WIDE, WIDE_JPX } from './scan-codecs.js';

const WHOLE = 'q 60 0 0 80 0 0 cm /I0 Do Q';

/** Not a multiple of eight pixels wide, so that the last byte of a row is not full. */
const INK: GreyImage = {
  width: 117,
  height: 156,
  data: Uint8Array.from({ length: 117 * 156 }, (_, i) => {
    const [x, y] = [i % 117, Math.floor(i / 117)];
    return (x * 7 + y * 3) % 31 < 9 || (x > 60 && y < 40) ? 0 : 255;
  }),
};

function packed({ width, height, data }: GreyImage): Uint8Array {
  const row = Math.ceil(width / 8);
  const bytes = new Uint8Array(row * height);
  for (const [i, value] of data.entries()) {
    const x = i % width;
    const at = Math.floor(i / width) * row + (x >> 3);
    if (value > 0) bytes[at] = (bytes[at] ?? 0) | (128 >> (x & 7));
  }
  return bytes;
}

const SIZE = `/Width ${INK.width} /Height ${INK.height}`;

const PLAIN: MadeImage = { entries: `${SIZE} /ColorSpace /DeviceGray /BitsPerComponent 1`, bytes: packed(INK) };
const INVERTED: MadeImage = {
  entries: `${SIZE} /ColorSpace /DeviceGray /BitsPerComponent 1 /Decode [1 0]`,
  bytes: packed(INK).map((byte) => 255 - byte),
};
const PALETTE: MadeImage = {
  entries: `${SIZE} /ColorSpace [/Indexed /DeviceRGB 1 <000000FFFFFF>] /BitsPerComponent 1`,
  bytes: packed(INK),
};
const STENCIL: MadeImage = { entries: `${SIZE} /ImageMask true /BitsPerComponent 1`, bytes: packed(INK) };

test.each([
  ['CCITT group 4', () => fax(INK)],
  ['JBIG2', () => jbig2(INK)],
  ['one bit a pixel', async () => PLAIN],
  ['one bit a pixel, inverted', async () => INVERTED],
  ['a palette of black and white', async () => PALETTE],
  ['a stencil in black', async () => STENCIL],
] as const)('%s comes pixel by pixel, and is known to be black and white', async (_, made) => {
  const image = await pictured(imagePage([60, 80], WHOLE, [await made()]));
  expect(image).toMatchObject({ source: 'embedded', bilevel: true });
  expect(rowsOf(image)).toEqual(rowsOf(INK));
});

test('JPEG 2000 comes at its full resolution, not halved', async () => {
  const image = await pictured(imagePage([513, 2], 'q 513 0 0 2 0 0 cm /I0 Do Q', [WIDE_JPX]));
  expect(image).toMatchObject({ width: 2052, height: 8, dpi: 288 });
  expect(rowsOf(image)).toEqual(rowsOf(WIDE));
});

test('a fax of unlike resolutions across and down is made square', async () => {
  // 117 pixels over 60 points and 156 over 40: twice as fine down as across.
  const image = await pictured(imagePage([60, 40], 'q 60 0 0 40 0 0 cm /I0 Do Q', [await fax(INK)]));
  expect(image.height).toBe(156);
  expect(image.width / 60).toBeCloseTo(156 / 40, 5);
});
