import { PDFDocument, StandardFonts } from '@cantoo/pdf-lib';
import { beforeAll, describe, expect, test } from 'vitest';
import { sha256 } from '../../../samples/make/sample.js';
import { CONDITIONS, type Condition } from '../../../samples/make/scan/condition.js';
import { makeScan, type ScanOptions } from '../../../samples/make/scan/scan.js';
import { type PagePicture, pagePictures } from '../../support/pdf-pictures.js';

const DPI = 100;
const WIDTH = 400;
const HEIGHT = 600;
/** No accidents: what is left is skew, and what a test adds. */
const QUIET: Condition = { ...CONDITIONS.light, noise: { from: 0, to: 0 }, shade: { from: 0, to: 0 } };

/** Three pages, each with one rule across the middle and an amount below it. */
let report: Uint8Array;
beforeAll(async () => {
  const document = await PDFDocument.create();
  const font = await document.embedFont(StandardFonts.Courier);
  for (let page = 0; page < 3; page++) {
    const sheet = document.addPage([WIDTH, HEIGHT]);
    sheet.drawLine({ start: { x: 20, y: 300 }, end: { x: 380, y: 300 }, thickness: 3 });
    sheet.drawText('1234.56', { x: 250, y: 150, font, size: 12 });
  }
  report = await document.save();
});

const scan = (options: Partial<ScanOptions>) => makeScan(report, { seed: 1, dpi: DPI, condition: QUIET, ...options });
const pictures = async (options: Partial<ScanOptions>): Promise<PagePicture[]> => {
  const { pdf, pages } = await scan(options);
  return pagePictures(
    pdf,
    pages.map((_, index) => index + 1),
  );
};
/** Middle of the dark pixels of a column. */
function ruleAt({ width, height, light }: PagePicture, x: number): number {
  const dark = Array.from({ length: height }, (_, y) => y).filter((y) => (light[y * width + x] ?? 255) < 128);
  return dark.reduce((sum, y) => sum + y, 0) / dark.length;
}

describe('makeScan', () => {
  test('the same seed gives the same file, another seed another', async () => {
    const [one, again, other] = await Promise.all([
      scan({ condition: 'scan' }),
      scan({ condition: 'scan' }),
      scan({ condition: 'scan', seed: 2 }),
    ]);
    expect(Buffer.from(one.pdf).equals(Buffer.from(again.pdf))).toBe(true);
    expect(again.pages).toEqual(one.pages);
    expect(other.pages).not.toEqual(one.pages);
  });

  test('a page is the same with and without the others', async () => {
    const [, , third] = await pictures({ condition: 'scan' });
    const [alone] = await pictures({ condition: 'scan', pages: [3] });
    expect(sha256(alone?.light ?? new Uint8Array())).toBe(sha256(third?.light ?? new Uint8Array(1)));
  });

  test('one picture a page, of the resolution and size asked for, without text', async () => {
    const [first, ...others] = await pictures({});
    expect(others).toHaveLength(2);
    expect(first).toMatchObject({ width: 556, height: 833, page: { width: WIDTH, height: HEIGHT } });
  });

  test('the angle is what straightens the page, clockwise', async () => {
    const { pages } = await scan({ condition: { ...QUIET, skew: { from: 1, to: 2 } } });
    const all = await pictures({ condition: { ...QUIET, skew: { from: 1, to: 2 } } });
    for (const [index, { angle }] of pages.entries()) {
      const picture = all[index];
      if (picture === undefined) throw new Error(`expected a picture of page ${index + 1}, found none`);
      const slope = (ruleAt(picture, 120) - ruleAt(picture, 420)) / 300;
      expect(Math.abs(angle)).toBeGreaterThanOrEqual(1);
      expect(Math.abs((Math.atan(slope) * 180) / Math.PI - angle)).toBeLessThan(0.15);
    }
  });

  test.each([
    [1, 3],
    [2, 2],
    [3, 1],
  ] as const)('laid on the scanner with %i quarter turns, %i more make it upright', async (laid, turn) => {
    const { pages } = await scan({ pages: [2], chosen: { 2: { laid } } });
    expect(pages).toMatchObject([{ page: 2, turn }]);
    const [straight] = await pictures({ pages: [2] });
    const [turned] = await pictures({ pages: [2], chosen: { 2: { laid } } });
    expect(turned?.page).toEqual(laid === 2 ? straight?.page : { width: HEIGHT, height: WIDTH });
    expect(turned?.width).toBe(laid === 2 ? straight?.width : straight?.height);
  });

  test('a stamp is red and lies over an amount; without one nothing is red', async () => {
    const [stamped] = await pictures({ pages: [1], chosen: { 1: { stamped: true } } });
    const [clean] = await pictures({ pages: [1] });
    const red = (picture: PagePicture | undefined) =>
      [...(picture?.red ?? [])].flatMap((v, at) => (v > 60 ? [at] : []));
    const ys = red(stamped).map((at) => Math.floor(at / 556));
    const middle = ys.reduce((sum, y) => sum + y, 0) / ys.length;
    expect(ys.length).toBeGreaterThan(2000);
    // The amount is 446 points from the top; the stamp may lie 30 points beside it.
    expect(Math.abs((middle * 72) / DPI - 446)).toBeLessThan(45);
    expect(red(clean)).toEqual([]);
  });

  test('a photocopy knows black and white only, is as dark as the page, and has specks', async () => {
    const [copy] = await pictures({ pages: [1], condition: 'copy', dpi: 200 });
    if (copy === undefined) throw new Error('expected a picture, found none');
    expect(copy.width % 16).toBe(0);
    expect(copy.page).toEqual({ width: WIDTH, height: HEIGHT });
    expect(new Set(copy.light)).toEqual(new Set([0, 255]));
    const black = copy.light.filter((value) => value === 0).length / copy.light.length;
    // The rule covers 0.45 % of the page.
    expect(black).toBeGreaterThan(0.004);
    expect(black).toBeLessThan(0.012);
    const upper = copy.light.subarray(0, copy.width * 600);
    expect(upper.filter((value) => value === 0).length).toBeGreaterThan(20);
  });

  test('a photocopy of a page that lies sideways is whole too', async () => {
    const [copy] = await pictures({ pages: [1], condition: 'copy', chosen: { 1: { laid: 1 } } });
    expect(copy?.page).toEqual({ width: HEIGHT, height: WIDTH });
    expect((copy?.width ?? 1) % 16).toBe(0);
  });
});
