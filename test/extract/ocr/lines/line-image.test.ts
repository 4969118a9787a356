import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { PixelBox } from '../../../../src/extract/ocr/image.js';
import { cutLine } from '../../../../src/extract/ocr/lines/line-image.js';
import { inkIn, inkOf, pictureOf } from './drawn-page.js';
import { spot } from './spots.js';

const SIZE = 20;
const WHOLE: PixelBox = { left: 0, top: 0, right: 200, bottom: 100 };
const box = spot(60, 40, 30, 18);
const page = pictureOf(inkOf(200, 100, [box]));

test('a line has paper on all sides, most on the left', () => {
  const { image, left, top } = cutLine(page, box, WHOLE, SIZE);
  expect([left, top, image.width, image.height]).toEqual([42, 37, 58, 25]);
  expect(inkIn(image)).toBe(30 * 18);
});

test('a dash is not blown up: its picture is as high as that of a character', () => {
  const dash = spot(60, 48, 12, 2);
  const { image, top } = cutLine(pictureOf(inkOf(200, 100, [dash])), dash, WHOLE, SIZE);
  expect(image.height).toBe(23);
  // It stands in the middle.
  expect(dash.top - top).toBe(10);
  expect(top + image.height - dash.bottom).toBeGreaterThanOrEqual(10);
});

test.each<readonly [string, PixelBox, number]>([
  ['the neighbour on the left', { ...WHOLE, left: 60 }, 30 * 18],
  ['what is right of the cell', { ...WHOLE, right: 80 }, 20 * 18],
  ['what is above the cell', { ...WHOLE, top: 50 }, 30 * 8],
  ['what is below the cell', { ...WHOLE, bottom: 45 }, 30 * 5],
  ['anything where the cell is elsewhere', { left: 150, top: 0, right: 200, bottom: 30 }, 0],
])('%s is not copied, and the picture is as large as ever', (_, clip, ink) => {
  const { image } = cutLine(page, box, clip, SIZE);
  expect([image.width, image.height]).toEqual([58, 25]);
  expect(inkIn(image)).toBe(ink);
});

describe('at the edge of the page', () => {
  test.each([
    ['top left', spot(0, 0, 30, 18)],
    ['bottom right', spot(170, 82, 30, 18)],
  ])('%s the margin is paper too', (_, corner) => {
    const { image } = cutLine(pictureOf(inkOf(200, 100, [corner])), corner, WHOLE, SIZE);
    expect([image.width, image.height]).toEqual([58, 25]);
    expect(inkIn(image)).toBe(30 * 18);
  });
});

test('every pixel within clip and page is that of the page, every other is paper', () => {
  const side = (most: number) => fc.integer({ min: 0, max: most });
  const boxes = fc
    .tuple(side(190), side(90), fc.integer({ min: 1, max: 60 }), fc.integer({ min: 1, max: 30 }))
    .map(([left, top, width, height]) => ({
      left,
      top,
      right: Math.min(200, left + width),
      bottom: Math.min(100, top + height),
    }));
  const noise = {
    width: 200,
    height: 100,
    data: Uint8Array.from({ length: 20_000 }, (_, i) => (i * 37 + (i >> 5)) % 250),
  };
  fc.assert(
    fc.property(boxes, boxes, fc.integer({ min: 6, max: 60 }), (line, clip, size) => {
      const { image, left, top } = cutLine(noise, line, clip, size);
      expect(image.data).toHaveLength(image.width * image.height);
      image.data.forEach((value, at) => {
        const [x, y] = [left + (at % image.width), top + Math.floor(at / image.width)];
        const copied = x >= clip.left && x < clip.right && y >= clip.top && y < clip.bottom;
        if (value !== (copied ? noise.data[y * 200 + x] : 255)) throw new Error(`wrong at ${x}, ${y}: ${value}`);
      });
    }),
    { numRuns: 200 },
  );
});
