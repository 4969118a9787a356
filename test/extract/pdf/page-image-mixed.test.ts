import { describe, expect, test } from 'vitest';
import type { GreyImage } from '../../../src/extract/ocr/image.js';
import { greyImage, imagePage, type MadeImage, picture, pictured, rowsOf, unlike } from './image-pages.js';
import { streamOf } from './pdf-objects.js';

/** 60 by 80 points at 144 dpi. */
const SCAN = unlike(120, 160);
const WHOLE = 'q 60 0 0 80 0 0 cm /I0 Do Q';
const HELVETICA = '/Font << /F << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >>';

function filled(width: number, height: number, value: number): GreyImage {
  return { width, height, data: new Uint8Array(width * height).fill(value) };
}

/** A stencil that paints where `ink` says so. */
function stencil(width: number, height: number, ink: (x: number, y: number) => boolean): MadeImage {
  const row = Math.ceil(width / 8);
  const bytes = new Uint8Array(row * height).fill(255);
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++)
      if (ink(x, y)) bytes[y * row + (x >> 3)] = (bytes[y * row + (x >> 3)] ?? 0) & ~(128 >> (x & 7));
  return { entries: `/Width ${width} /Height ${height} /ImageMask true /BitsPerComponent 1`, bytes };
}

describe('a scan taken apart: a coarse background and fine ink', () => {
  const ink = stencil(240, 320, (x, y) => x >= 20 && x < 40 && y >= 100 && y < 102);
  const background = greyImage(filled(60, 80, 200));

  test('black ink as a stencil', async () => {
    const image = await pictured(imagePage([60, 80], `${WHOLE} q 0 g 60 0 0 80 0 0 cm /I1 Do Q`, [background, ink]));
    expect(image).toMatchObject({ width: 240, height: 320, dpi: 288, source: 'embedded' });
    const rows = rowsOf(image);
    expect(rows[100]?.slice(18, 42)).toEqual([200, 200, ...new Array(20).fill(0), 200, 200]);
    expect(rows[102]?.slice(18, 42)).toEqual(new Array(24).fill(200));
  });

  test('a red stamp as a stencil is not seen in the red channel', async () => {
    const content = `${WHOLE} q 1 0 0 rg 60 0 0 80 0 0 cm /I1 Do Q`;
    const image = await pictured(imagePage([60, 80], content, [greyImage(filled(60, 80, 255)), ink]));
    expect(image.source).toBe('embedded');
    expect(Math.min(...image.data)).toBe(255);
  });

  test('fine ink in pieces, each in its place', async () => {
    const piece = stencil(8, 8, () => true);
    const pieces = 'q 0 g 20 0 0 20 10 50 cm /I1 Do Q q 0 g 2 0 0 2 40 50 cm /I2 Do Q';
    const image = await pictured(
      imagePage([60, 80], `${WHOLE} ${pieces}`, [background, stencil(80, 80, () => true), piece]),
    );
    expect(image).toMatchObject({ width: 240, height: 320 });
    const rows = rowsOf(image);
    expect(rows[40]?.slice(39, 41)).toEqual([200, 0]);
    expect(rows[119]?.slice(118, 121)).toEqual([0, 0, 200]);
    expect(rows[112]?.slice(159, 169)).toEqual([200, 0, 0, 0, 0, 0, 0, 0, 0, 200]);
  });

  test('ink with a soft mask of its own', async () => {
    const mask = greyImage(filled(120, 160, 0));
    mask.bytes.fill(255, 0, 120 * 80);
    mask.bytes.fill(51, 0, 120);
    const front = greyImage(filled(120, 160, 0), '/SMask 7 0 R');
    const content = `${WHOLE} q 60 0 0 80 0 0 cm /I1 Do Q`;
    const image = await pictured(imagePage([60, 80], content, [greyImage(filled(120, 160, 250)), front, mask]));
    expect(image).toMatchObject({ width: 120, height: 160, source: 'embedded' });
    expect([image.data[0], image.data[120], image.data[120 * 80]]).toEqual([200, 0, 250]);
  });
});

test('what a clip cuts off is paper', async () => {
  const content = 'q 0 40 60 40 re W n 60 0 0 80 0 0 cm /I0 Do Q';
  const image = await pictured(imagePage([60, 80], content, [greyImage(SCAN)]));
  expect(rowsOf(image).slice(0, 80)).toEqual(rowsOf(SCAN).slice(0, 80));
  expect(Math.min(...image.data.subarray(120 * 80))).toBe(255);
});

test('what a scan has outside of the page is cut off', async () => {
  const content = 'q 80 0 0 100 -10 -20 cm /I0 Do Q';
  const large = unlike(160, 200);
  const image = await pictured(imagePage([60, 80], content, [greyImage(large)]));
  expect(rowsOf(image)).toEqual(
    rowsOf(large)
      .slice(0, 160)
      .map((row) => row.slice(20, 140)),
  );
});

describe('painted at 300 dpi is what images alone do not make', () => {
  test.each([
    ['a small image', 'q 6 0 0 8 10 10 cm /I0 Do Q', ''],
    ['a line over the scan', `${WHOLE} 0 40 m 60 40 l S`, ''],
    ['a white area over the scan', `${WHOLE} 1 g 0 0 10 10 re f`, ''],
    ['a slanting scan', 'q 60 1 -1 80 0 0 cm /I0 Do Q', ''],
    ['a round clip', 'q 0 0 m 60 0 60 80 0 80 c W n 60 0 0 80 0 0 cm /I0 Do Q', ''],
    ['a scan that multiplies', `q /G gs 60 0 0 80 0 0 cm /I0 Do Q`, '/ExtGState << /G << /BM /Multiply >> >>'],
    ['a pale scan', `q /G gs 60 0 0 80 0 0 cm /I0 Do Q`, '/ExtGState << /G << /ca 0.5 >> >>'],
  ])('%s', async (_, content, resources) => {
    const image = await pictured(imagePage([60, 80], content, [greyImage(SCAN)], { resources }));
    expect(image).toMatchObject({ source: 'rendered', width: 250, dpi: 300, bilevel: false });
    expect(image.data.some((value) => value < 200)).toBe(true);
  });

  test('a layer that does not show hides nothing', async () => {
    const resources = '/Properties << /L 6 0 R >>';
    const objects = ['<< /Type /OCG /Name (hidden) >>'];
    const content = `0 0 60 40 re f /OC /L BDC ${WHOLE} EMC`;
    const image = await pictured(
      imagePage([60, 80], content, [greyImage(filled(120, 160, 255))], { resources, objects }),
    );
    expect(image.source).toBe('rendered');
  });

  test('white below a scan is paper', async () => {
    const image = await pictured(imagePage([60, 80], `1 g 0 0 60 80 re f ${WHOLE}`, [greyImage(SCAN)]));
    expect(image.source).toBe('embedded');
  });
});

test('text of a font that is not in the PDF and that pdf.js does not bring is a reason, not a blank page', async () => {
  const font =
    '/Font << /F << /Type /Font /Subtype /Type0 /BaseFont /SimSun /Encoding /UniGB-UCS2-H /DescendantFonts [5 0 R] >> >>';
  const objects = [
    '<< /Type /Font /Subtype /CIDFontType0 /BaseFont /SimSun /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 2 >> /FontDescriptor 6 0 R >>',
    '<< /Type /FontDescriptor /FontName /SimSun /Flags 4 /FontBBox [0 -200 1000 900] /ItalicAngle 0 /Ascent 800 /Descent -200 /CapHeight 700 /StemV 80 >>',
  ];
  const content = 'BT /F 12 Tf 5 5 Td <51B37B97603B8BA1> Tj ET';
  const bytes = imagePage([60, 80], content, [], { resources: font, objects });
  expect(await picture(bytes)).toEqual({ image: null, reason: expect.stringMatching(/^4 characters .*SimSun/) });
});

test('a font that every PDF program brings is painted', async () => {
  const content = 'BT /F 40 Tf 5 20 Td (12) Tj ET';
  const image = await pictured(imagePage([60, 80], content, [], { resources: HELVETICA }));
  const ink = [...image.data].filter((value) => value < 100).length / image.data.length;
  expect(ink).toBeGreaterThan(0.03);
  expect(ink).toBeLessThan(0.3);
});

test('a page without anything is white', async () => {
  const image = await pictured(imagePage([60, 80], '', []));
  expect(image).toMatchObject({ width: 250, height: 333, source: 'rendered' });
  expect(Math.min(...image.data)).toBe(255);
});

test('a scan that breaks off is a reason, not a half white page', async () => {
  const scan = greyImage(SCAN);
  const half: MadeImage = {
    entries: scan.entries.replace('/DeviceGray /BitsPerComponent 8', '/DeviceGray /BitsPerComponent 1'),
    bytes: new Uint8Array(15 * 80).fill(0x55),
  };
  expect(await picture(imagePage([60, 80], WHOLE, [half]))).toEqual({
    image: null,
    reason: expect.stringContaining('cut off'),
  });
});

test('an image in the content stream itself', async () => {
  const inline = 'q 60 0 0 60 0 0 cm BI /W 4 /H 4 /CS /G /BPC 8 ID 0Pp0Pp0Pp0Pp0Pp0 EI Q';
  const image = await pictured(imagePage([60, 60], inline, []));
  expect(image.source).toBe('embedded');
  expect([...image.data]).toEqual([...Buffer.from('0Pp0Pp0Pp0Pp0Pp0')]);
});

test('an image in a form', async () => {
  const form = streamOf(
    '/Type /XObject /Subtype /Form /BBox [0 0 1 1] /Matrix [60 0 0 80 0 0] /Resources << /XObject << /I0 5 0 R >> >>',
    '/I0 Do',
  );
  const page = imagePage([60, 80], '/F0 Do', [greyImage(SCAN)], { forms: '/F0 6 0 R', objects: [form] });
  expect(rowsOf(await pictured(page))).toEqual(rowsOf(SCAN));
});

describe('no picture is larger than 5000 pixels a side', () => {
  test('a scan is scaled down', async () => {
    const image = await pictured(
      imagePage([600, 30], 'q 600 0 0 30 0 0 cm /I0 Do Q', [greyImage(filled(6000, 300, 77))]),
    );
    expect(image).toMatchObject({ width: 5000, height: 250, dpi: 600, source: 'embedded' });
    expect(new Set(image.data)).toEqual(new Set([77]));
  });

  test('a poster is painted more coarsely', async () => {
    const image = await pictured(imagePage([3000, 100], '0 0 m 3000 0 l S', []));
    expect(image).toMatchObject({ width: 5000, dpi: 120, source: 'rendered' });
  });
});
