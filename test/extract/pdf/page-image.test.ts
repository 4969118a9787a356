import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { greyImage, imagePage, mirrored, picture, pictured, rowsOf, turned, unlike } from './image-pages.js';

/** 60 by 80 points at 144 dpi. */
const SCAN = unlike(120, 160);
const WHOLE = 'q 60 0 0 80 0 0 cm /I0 Do Q';

test('a scan that is the page comes as it is', async () => {
  const image = await pictured(imagePage([60, 80], WHOLE, [greyImage(SCAN)]));
  expect(image).toMatchObject({ width: 120, height: 160, dpi: 144, source: 'embedded', bilevel: false });
  expect(rowsOf(image)).toEqual(rowsOf(SCAN));
});

describe('the reader turns a page by its /Rotate', () => {
  test.each([0, 90, 180, 270])('%i degrees', async (angle) => {
    const image = await pictured(imagePage([60, 80], WHOLE, [greyImage(SCAN)], { page: `/Rotate ${angle}` }));
    expect(rowsOf(image)).toEqual(rowsOf(turned(SCAN, angle / 90)));
    expect(image.dpi).toBe(144);
  });
});

describe('an image is placed as its matrix says', () => {
  test.each([
    ['upside down', '-60 0 0 -80 60 80', [60, 80], turned(SCAN, 2)],
    ['a quarter to the right', '0 -60 80 0 0 60', [80, 60], turned(SCAN, 1)],
    ['a quarter to the left', '0 60 -80 0 80 0', [80, 60], turned(SCAN, 3)],
    ['left and right exchanged', '-60 0 0 80 60 0', [60, 80], mirrored(SCAN)],
    ['top and bottom exchanged', '60 0 0 -80 0 80', [60, 80], mirrored(turned(SCAN, 2))],
    ['rows and columns exchanged', '0 60 80 0 0 0', [80, 60], mirrored(turned(SCAN, 3))],
  ] as const)('%s', async (_, matrix, size, seen) => {
    const image = await pictured(imagePage(size, `q ${matrix} cm /I0 Do Q`, [greyImage(SCAN)]));
    expect(rowsOf(image)).toEqual(rowsOf(seen));
  });
});

test('a place on the page is a pixel by the dpi', async () => {
  const black = { width: 120, height: 160, data: new Uint8Array(120 * 160).fill(255) };
  // From (10, 20) to (15, 30) points as a reader sees them.
  for (let y = 40; y < 60; y++) black.data.fill(0, y * 120 + 20, y * 120 + 30);
  // The image is smaller than the page: margins of 20 points left, 10 right, 10 above and below.
  const image = await pictured(imagePage([90, 100], 'q 60 0 0 80 20 10 cm /I0 Do Q', [greyImage(black)]));
  expect(image).toMatchObject({ width: 180, height: 200, dpi: 144, source: 'embedded' });
  const ink = [...image.data.entries()]
    .filter(([, value]) => value < 128)
    .map(([at]) => [at % 180, Math.floor(at / 180)]);
  const [xs, ys] = [ink.map(([x]) => x ?? 0), ink.map(([, y]) => y ?? 0)];
  const points = [Math.min(...xs), Math.min(...ys), Math.max(...xs) + 1, Math.max(...ys) + 1].map(
    (pixels) => (pixels * 72) / image.dpi,
  );
  expect(points).toEqual([30, 30, 35, 40]);
});

test('colour comes as its red channel: what is red vanishes, and black stays', async () => {
  const colours = [
    [255, 0, 0],
    [0, 0, 0],
    [0, 0, 255],
    [255, 255, 255],
  ].flat();
  const image = {
    entries: '/Width 2 /Height 2 /ColorSpace /DeviceRGB /BitsPerComponent 8',
    bytes: Uint8Array.from(colours),
  };
  const { data } = await pictured(imagePage([2, 2], 'q 2 0 0 2 0 0 cm /I0 Do Q', [image]));
  expect([...data]).toEqual([255, 0, 0, 255]);
});

test('a JPEG gives the pixels that another decoder gives', async () => {
  const bytes = await sharp(SCAN.data, { raw: { width: 120, height: 160, channels: 1 } })
    .jpeg({ quality: 90 })
    .toBuffer();
  const jpeg = {
    entries: '/Width 120 /Height 160 /ColorSpace /DeviceRGB /BitsPerComponent 8 /Filter /DCTDecode',
    bytes,
  };
  const image = await pictured(imagePage([60, 80], WHOLE, [jpeg]));
  const other = await sharp(bytes).extractChannel(0).raw().toBuffer();
  expect(Math.max(...image.data.map((value, i) => Math.abs(value - (other[i] ?? 0))))).toBeLessThanOrEqual(8);
});

test('stripes that together are the page', async () => {
  const stripes = [0, 1, 2, 3].map((n) => ({
    width: 120,
    height: 40,
    data: SCAN.data.subarray(n * 4800, (n + 1) * 4800),
  }));
  const content = stripes.map((_, n) => `q 60 0 0 20 0 ${60 - n * 20} cm /I${n} Do Q`).join('\n');
  const image = await pictured(
    imagePage(
      [60, 80],
      content,
      stripes.map((stripe) => greyImage(stripe)),
    ),
  );
  expect(image.source).toBe('embedded');
  expect(rowsOf(image)).toEqual(rowsOf(SCAN));
});

test('text that a scanner laid under or invisibly over its scan is not painted', async () => {
  const text = 'BT /F 12 Tf 3 Tr 5 5 Td (budget) Tj ET';
  const font = { resources: '/Font << /F << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >>' };
  const image = await pictured(
    imagePage([60, 80], `BT /F 12 Tf 5 5 Td (below) Tj ET ${WHOLE} ${text}`, [greyImage(SCAN)], font),
  );
  expect(rowsOf(image)).toEqual(rowsOf(SCAN));
  const over = await pictured(imagePage([60, 80], `${WHOLE} BT /F 12 Tf 5 5 Td (over) Tj ET`, [greyImage(SCAN)], font));
  expect(over).toMatchObject({ source: 'rendered', width: 250, dpi: 300 });
});

test('an image that cannot be decoded is a reason, not a blank page', async () => {
  const jpeg = {
    entries: '/Width 120 /Height 160 /ColorSpace /DeviceGray /BitsPerComponent 8 /Filter /DCTDecode',
    bytes: Uint8Array.from([1, 2, 3]),
  };
  expect(await picture(imagePage([60, 80], WHOLE, [jpeg]))).toEqual({
    image: null,
    reason: expect.stringContaining('damaged'),
  });
});
