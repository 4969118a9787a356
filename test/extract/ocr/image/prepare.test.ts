import { describe, expect, it } from 'vitest';
import { ruleNetworks } from '../../../../src/extract/layout/rule-networks.js';
import { ruledGrid } from '../../../../src/extract/layout/ruled-grid.js';
import { preparePage } from '../../../../src/extract/ocr/image/prepare.js';
import { straightened, straightening } from '../../../../src/extract/ocr/image/straighten.js';
import { turnPage } from '../../../../src/extract/ocr/image/turn-page.js';
import type { GreyImage } from '../../../../src/extract/ocr/image.js';
import type { PreparedPage } from '../../../../src/extract/ocr/prepared-page.js';
import type { Turn } from '../../../../src/extract/place.js';
import { asPage, drawGrid, fakeText, fill, paper, scanned } from './paint.js';

const XS = [100, 330, 420, 640, 760];
const YS = [200, 248, 296, 344, 392, 470];

/** Half an A5 page at 200 dpi: a heading, a table of four columns and five rows, a paragraph. */
function tablePage(xs: readonly number[] = XS, thickness = 4): GreyImage {
  const image = paper(860, 700);
  fakeText(image, 250, 80, 44, 8, 3);
  drawGrid(image, xs, YS, thickness);
  for (const [row, y] of YS.slice(0, -1).entries())
    for (const [column, x] of xs.slice(0, -1).entries()) fakeText(image, x + 10, y + 11, 26, 2, row * 7 + column);
  for (let line = 0; line < 4; line++) fakeText(image, 100, 500 + line * 44, 28, 23, 50 + line);
  return image;
}

function cellsOf(
  prepared: PreparedPage,
): readonly { row: number; column: number; rowSpan: number; columnSpan: number }[] {
  const scale = 72 / prepared.dpi;
  const rules = prepared.rules.map(({ direction, at, from, to }) => ({
    direction,
    at: at * scale,
    from: from * scale,
    to: to * scale,
  }));
  return ruleNetworks(rules).flatMap((network) => ruledGrid(network, [], 1)?.grid.cells ?? []);
}

describe('preparePage', () => {
  it.each([
    ['straight and clean', 0, 0],
    ['a little askew, with noise', 0.6, 30],
    ['far askew', -4.3, 30],
    ['far askew the other way', 3.1, 60],
  ])('%s: the angle is found and every cell of the table', async (_, degrees, noise) => {
    const scan = scanned(straightened(tablePage(), -degrees, 1), noise);
    const prepared = await preparePage(asPage(scan, 200), 0);
    expect(Math.abs(prepared.skew - degrees)).toBeLessThan(0.04);
    expect(cellsOf(prepared)).toHaveLength(20);
    expect(prepared.lowQuality).toBe(false);
  });

  it('a page of prose alone is straightened too, and has no rules', async () => {
    const image = paper(860, 700);
    for (let line = 0; line < 14; line++) fakeText(image, 60, 40 + line * 44, 28, line % 5 === 4 ? 9 : 25, line);
    const prepared = await preparePage(asPage(scanned(straightened(image, 1.7, 1), 40), 200), 0);
    // These glyphs stand on no common base line; those of real type do.
    expect(Math.abs(prepared.skew + 1.7)).toBeLessThan(0.06);
    expect(prepared.rules).toEqual([]);
  });

  it('points lead back to the pixel of the file, whatever was turned, straightened and enlarged', async () => {
    const flat = tablePage();
    const askew = straightened(flat, 1.3, 1);
    const { before } = straightening(flat, 1.3, 1);
    for (const turn of [0, 1, 2, 3] as const satisfies readonly Turn[]) {
      // The file holds the page turned the other way, so that `turn` sets it upright.
      const inFile = turnPage(askew, ((4 - turn) % 4) as Turn);
      const prepared = await preparePage(asPage(inFile, 150), turn);
      expect(prepared.dpi).toBe(200);
      expect(prepared.lowQuality).toBe(true);
      const top = prepared.rules.filter((rule) => rule.direction === 'horizontal').sort((a, b) => a.at - b.at)[0];
      const left = prepared.rules.filter((rule) => rule.direction === 'vertical').sort((a, b) => a.at - b.at)[0];
      const point = prepared.toFile(left?.at ?? 0, top?.at ?? 0);
      const upright = {
        0: point,
        1: { x: inFile.height - point.y, y: point.x },
        2: { x: inFile.width - point.x, y: inFile.height - point.y },
        3: { x: point.y, y: inFile.width - point.x },
      }[turn];
      const corner = before(upright.x, upright.y);
      expect(Math.hypot(corner.x - 100, corner.y - 200)).toBeLessThan(1);
    }
  });

  it('a black and white scan is blurred to be read, and marked', async () => {
    const image = tablePage();
    const prepared = await preparePage(asPage(image, 200, true), 0);
    expect(prepared.lowQuality).toBe(true);
    expect(cellsOf(prepared)).toHaveLength(20);
    expect(new Set(prepared.image.data).size).toBeGreaterThan(20);
  });

  it('shades and the dark lid of the scanner become white, print becomes black', async () => {
    const image = tablePage();
    for (let at = 0; at < image.data.length; at++)
      image.data[at] = Math.round(60 + ((image.data[at] ?? 0) * 150) / 255);
    fill(image, 0, 0, 40, image.height, 10);
    const { image: even, ink } = await preparePage(asPage(image, 200), 0);
    const grey = (x: number, y: number): number => even.data[y * even.width + x] ?? -1;
    expect([grey(20, 300), grey(80, 300), grey(220, 230)]).toEqual([255, 255, 255]);
    expect(grey(200, 248)).toBeLessThan(30);
    expect([ink[300 * even.width + 20], ink[300 * even.width + 42]]).toEqual([0, 0]);
  });
});
