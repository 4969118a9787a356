import sharp, { type Sharp } from 'sharp';
import { describe, expect, test } from 'vitest';
import { DamagedImageError, EmptyFileError, ImageTooLargeError, UnreadableImageError } from '../../../src/errors.js';
import { openImageFile, readImageFile } from '../../../src/extract/ocr/image-file.js';

const WIDTH = 827;
const HEIGHT = 1169;
/** Columns of grey: a picture that is unlike itself turned, and is the same in every lossless kind of file. */
const GREY = Uint8Array.from({ length: WIDTH * HEIGHT }, (_, i) => ((i % WIDTH) * 3 + Math.floor(i / WIDTH / 8)) % 256);

function picture(): Sharp {
  return sharp(GREY, { raw: { width: WIDTH, height: HEIGHT, channels: 1 } }).toColourspace('b-w');
}

async function only(bytes: Uint8Array) {
  const pages = await readImageFile(bytes, 'scan');
  expect(pages).toHaveLength(1);
  const [page] = pages;
  if (!page) throw new Error('no page');
  return page;
}

test.each([
  ['PNG', () => picture().png()],
  ['TIFF', () => picture().tiff({ compression: 'lzw', predictor: 'none' })],
  ['WebP', () => picture().webp({ lossless: true })],
] as const)('%s is read pixel by pixel', async (_, made) => {
  const page = await only(await made().toBuffer());
  expect(page).toMatchObject({ width: WIDTH, height: HEIGHT, source: 'file', bilevel: false });
  expect(Buffer.compare(page.data, GREY)).toBe(0);
});

test('JPEG is read as another decoder reads it', async () => {
  const bytes = await picture().jpeg({ quality: 95 }).toBuffer();
  const page = await only(bytes);
  expect(Buffer.compare(page.data, await sharp(bytes).extractChannel(0).raw().toBuffer())).toBe(0);
});

test('a TIFF of several pages, each of its own size and depth', async () => {
  const pages = [0, 90, 180].map((value) => Buffer.alloc(40 * 60, value));
  const tiff = await sharp(Buffer.concat(pages), { raw: { width: 40, height: 180, channels: 1, pageHeight: 60 } })
    .toColourspace('b-w')
    .tiff({ compression: 'lzw' })
    .toBuffer();
  const read = await readImageFile(tiff, 'scan.tif');
  expect(read.map(({ width, height, data }) => [width, height, data[0], data.at(-1)])).toEqual([
    [40, 60, 0, 0],
    [40, 60, 90, 90],
    [40, 60, 180, 180],
  ]);
});

test('a fax in TIFF is black and white', async () => {
  const ink = GREY.map((value) => (value < 100 ? 0 : 255));
  const fax = await sharp(ink, { raw: { width: WIDTH, height: HEIGHT, channels: 1 } })
    .toColourspace('b-w')
    .tiff({ compression: 'ccittfax4', bitdepth: 1 })
    .toBuffer();
  const page = await only(fax);
  expect(page.bilevel).toBe(true);
  expect(Buffer.compare(page.data, ink)).toBe(0);
});

test('colour comes as its red channel, and what is transparent is paper', async () => {
  const colours = [
    [255, 0, 0, 255],
    [0, 0, 0, 255],
    [0, 0, 255, 255],
    [0, 0, 0, 0],
  ].flat();
  const png = await sharp(Uint8Array.from(colours), { raw: { width: 2, height: 2, channels: 4 } })
    .png()
    .toBuffer();
  expect([...(await only(png)).data]).toEqual([255, 0, 0, 255]);
});

test('16 bits a pixel come as 8', async () => {
  const deep = await sharp({ create: { width: 4, height: 4, channels: 3, background: { r: 100, g: 200, b: 50 } } })
    .toColourspace('rgb16')
    .png()
    .toBuffer();
  expect((await sharp(deep).metadata()).depth).toBe('ushort');
  expect((await only(deep)).data[0]).toBe(100);
});

test('a photo is turned as the camera noted', async () => {
  const photo = await picture().jpeg({ quality: 100 }).withMetadata({ orientation: 6 }).toBuffer();
  const page = await only(photo);
  expect([page.width, page.height]).toEqual([HEIGHT, WIDTH]);
  // Orientation 6: the first column of the file is the first row as seen, from right to left.
  expect(Math.abs((page.data[HEIGHT - 1] ?? 0) - (GREY[0] ?? 0))).toBeLessThan(12);
  expect(Math.abs((page.data[WIDTH * HEIGHT - 1] ?? 0) - (GREY[WIDTH - 1] ?? 0))).toBeLessThan(12);
});

describe('the resolution', () => {
  test.each([
    ['is what the file says', 100, 100],
    ['is that of A4 where the file says 72, which means nothing', 72, WIDTH / 8.27],
    ['is that of A4 where the file says 96, which means nothing', 96, WIDTH / 8.27],
    ['is that of A4 where the paper would be as large as a house', 3, WIDTH / 8.27],
    ['is that of A4 where the paper would be a stamp', 1200, WIDTH / 8.27],
  ] as const)('%s', async (_, density, dpi) => {
    const page = await only(await picture().withMetadata({ density }).tiff().toBuffer());
    expect(page.dpi).toBeCloseTo(dpi, 1);
  });

  test('is that of A4 lying for a picture that is wider than high', async () => {
    const page = await only(await picture().rotate(90).png().toBuffer());
    expect(page.dpi).toBeCloseTo(HEIGHT / 11.69, 1);
  });
});

test('a picture of more than 5000 pixels a side is scaled down, and its resolution with it', async () => {
  const wide = sharp({ create: { width: 7016, height: 100, channels: 3, background: '#808080' } });
  const page = await only(await wide.withMetadata({ density: 600 }).png().toBuffer());
  expect(page.width).toBe(5000);
  expect(page.dpi).toBeCloseTo((600 * 5000) / 7016, 1);
});

describe('a file that is not whole is an error, not a half grey page', () => {
  const kinds = [
    ['PNG', () => picture().png()],
    ['JPEG', () => picture().jpeg()],
    ['TIFF', () => picture().tiff({ compression: 'lzw' })],
    ['TIFF in tiles', () => picture().tiff({ compression: 'lzw', tile: true })],
    ['WebP', () => picture().webp()],
  ] as const;
  test.each(kinds)('%s', async (_, made) => {
    const bytes = await made().toBuffer();
    await expect(readImageFile(bytes, 'scan')).resolves.toHaveLength(1);
    for (const share of [0.3, 0.6, 0.9])
      await expect(readImageFile(bytes.subarray(0, bytes.length * share), 'scan')).rejects.toThrow(DamagedImageError);
  });
});

test.each([
  ['nothing', '', EmptyFileError],
  ['text', '部门决算', UnreadableImageError],
  ['a bitmap of Windows', `BM\x46\0\0\0\0\0\0\0\x36\0\0\0\x28\0\0\0`, UnreadableImageError],
] as const)('%s is no picture that is read', async (_, content, error) => {
  await expect(openImageFile(Buffer.from(content), 'scan')).rejects.toThrow(error);
});

test('a picture that would fill the memory is not decoded', async () => {
  const small = await sharp({ create: { width: 16, height: 16, channels: 3, background: '#ffffff' } })
    .jpeg()
    .toBuffer();
  const frame = small.indexOf(Buffer.from([0xff, 0xc0]));
  small.writeUInt16BE(16000, frame + 5);
  small.writeUInt16BE(16000, frame + 7);
  await expect(readImageFile(small, 'scan.jpg')).rejects.toThrow(ImageTooLargeError);
});
