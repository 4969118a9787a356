import { describe, expect, it } from 'vitest';
import { findRules } from '../../../../src/extract/ocr/image/find-rules.js';
import { adaptiveInk } from '../../../../src/extract/ocr/image/ink.js';
import { inkWithoutRules } from '../../../../src/extract/ocr/image/rules.js';
import type { GreyImage } from '../../../../src/extract/ocr/image.js';
import type { PixelRule, PreparedPage } from '../../../../src/extract/ocr/prepared-page.js';
import { drawGrid, fakeText, fill, paper, randoms } from './paint.js';

const DPI = 300;
const XS = [100, 400, 700];
const YS = [100, 170, 240];

function rulesOf(image: GreyImage): PixelRule[] {
  return findRules(image, adaptiveInk(image, DPI), DPI, false);
}

/** Rules as `h 100: 100–700`, rounded, so that a case shows at a glance. */
function summary(rules: readonly PixelRule[]): string[] {
  return rules
    .map(
      ({ direction, at, from, to }) =>
        `${direction.charAt(0)} ${Math.round(at)}: ${Math.round(from)}–${Math.round(to)}`,
    )
    .sort();
}

const GRID = [
  'h 100: 100–700',
  'h 170: 100–700',
  'h 240: 100–700',
  'v 100: 100–240',
  'v 400: 100–240',
  'v 700: 100–240',
];

describe('findRules', () => {
  it.each<readonly [string, (image: GreyImage) => void]>([
    ['a plain grid', () => {}],
    [
      'a grid with breaks, as a photocopier leaves them',
      (image) => {
        for (const x of [180, 290, 520, 600]) fill(image, x, 90, x + 9, 250, 255);
      },
    ],
    [
      'lines that stop short of the border they end at',
      (image) => {
        fill(image, 104, 160, 110, 180, 255);
        fill(image, 690, 160, 696, 180, 255);
      },
    ],
    [
      'a pale grid',
      (image) => {
        for (let at = 0; at < image.data.length; at++) if (image.data[at] === 0) image.data[at] = 200;
      },
    ],
    [
      'double outer lines',
      (image) => {
        for (const y of [96, 104]) fill(image, 96, y - 1, 704, y + 1);
        fill(image, 103, 98, 399, 102, 255);
        fill(image, 402, 98, 698, 102, 255);
      },
    ],
    [
      'text in the cells and a heading with large glyphs',
      (image) => {
        fakeText(image, 200, 10, 80, 5, 2);
        for (const y of YS.slice(0, 2)) for (const x of XS.slice(0, 2)) fakeText(image, x + 12, y + 14, 42, 6, x + y);
      },
    ],
    [
      'the ring of a stamp',
      (image) => {
        for (let step = 0; step < 7200; step++) {
          const angle = (step * Math.PI) / 3600;
          fill(
            image,
            560 + 118 * Math.cos(angle),
            215 + 118 * Math.sin(angle),
            568 + 118 * Math.cos(angle),
            223 + 118 * Math.sin(angle),
            60,
          );
        }
        drawGrid(image, XS, YS);
      },
    ],
  ])('%s', (_, change) => {
    const image = paper(800, 360);
    drawGrid(image, XS, YS);
    change(image);
    expect(summary(rulesOf(image))).toEqual(GRID);
  });

  it('a merged cell has no rule through it', () => {
    const image = paper(800, 360);
    drawGrid(image, XS, YS);
    fill(image, 397, 103, 404, 168, 255);
    expect(summary(rulesOf(image))).toContain('v 400: 170–240');
  });

  it('rules that curl are found, and their course follows them', () => {
    const image = paper(1600, 300);
    const bow = (x: number): number => 8 * Math.sin((Math.PI * x) / 1600);
    for (const y of [100, 200]) for (let x = 50; x < 1550; x++) fill(image, x, y + bow(x) - 1, x + 1, y + bow(x) + 2);
    for (const x of [50, 800, 1550]) fill(image, x - 1, 100 + bow(x), x + 2, 200 + bow(x));
    const horizontal = rulesOf(image).filter((rule) => rule.direction === 'horizontal');
    expect(horizontal).toHaveLength(2);
    for (const { course, from, to } of horizontal) {
      expect(Math.abs(from - 50) + Math.abs(to - 1550)).toBeLessThan(4);
      const [first, middle] = [course.middles[0] ?? 0, course.middles[Math.floor(course.middles.length / 2)] ?? 0];
      expect(middle - first).toBeGreaterThan(6);
    }
  });

  it('a streak, pale across a page of dark rules, is none', () => {
    const image = paper(800, 360);
    drawGrid(image, XS, YS);
    for (let at = 250; at < image.data.length; at += 800) image.data[at] = Math.min(image.data[at] ?? 0, 200);
    expect(summary(rulesOf(image))).toEqual(GRID);
  });
});

describe('inkWithoutRules', () => {
  it('takes the rules and leaves the glyphs, also one that touches a rule', () => {
    const image = paper(800, 360);
    drawGrid(image, XS, YS);
    fill(image, 200, 140, 206, 171);
    const random = randoms(3);
    for (let dirt = 0; dirt < 40; dirt++) fill(image, 100 + random() * 600, 101, 102 + random() * 600, 102);
    const ink = adaptiveInk(image, DPI);
    const prepared: PreparedPage = {
      image,
      ink,
      dpi: DPI,
      rules: findRules(image, ink, DPI, false),
      turn: 0,
      skew: 0,
      lowQuality: false,
      toFile: (x, y) => ({ x, y }),
    };
    const left = inkWithoutRules(prepared);
    const count = (from: number, to: number, mask: Uint8Array): number =>
      mask.reduce((sum, value, at) => (at % 800 >= from && at % 800 < to ? sum + value : sum), 0);
    expect(count(0, 195, left) + count(210, 800, left)).toBe(0);
    const glyph = count(195, 210, left);
    expect(glyph).toBeGreaterThan(6 * 26);
    expect(glyph).toBeLessThan(9 * 34);
  });
});
