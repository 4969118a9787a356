import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { resample, withBorder } from '../../../../src/extract/ocr/engines/resample.js';
import type { GreyImage } from '../../../../src/extract/ocr/image.js';

const side = fc.integer({ min: 1, max: 40 });
const picture: fc.Arbitrary<GreyImage> = fc
  .tuple(side, side)
  .chain(([width, height]) =>
    fc.uint8Array({ minLength: width * height, maxLength: width * height }).map((data) => ({ width, height, data })),
  );

describe('resample', () => {
  test('a picture of one grey stays one, at any size', () => {
    fc.assert(
      fc.property(
        side,
        side,
        side,
        side,
        fc.integer({ min: 0, max: 255 }),
        (width, height, toWidth, toHeight, grey) => {
          const drawn = resample({ width, height, data: new Uint8Array(width * height).fill(grey) }, toWidth, toHeight);
          expect(drawn.data).toEqual(new Uint8Array(toWidth * toHeight).fill(grey));
        },
      ),
    );
  });

  test('no pixel is darker or lighter than all before', () => {
    fc.assert(
      fc.property(picture, side, side, (image, width, height) => {
        const drawn = resample(image, width, height);
        expect(drawn.data).toHaveLength(width * height);
        expect(Math.min(...drawn.data)).toBeGreaterThanOrEqual(Math.min(...image.data));
        expect(Math.max(...drawn.data)).toBeLessThanOrEqual(Math.max(...image.data));
      }),
    );
  });

  test('the same size is the same picture', () => {
    const image = { width: 2, height: 1, data: Uint8Array.of(3, 9) };
    expect(resample(image, 2, 1)).toBe(image);
  });

  test('a thin stroke grows paler in a smaller picture but stays', () => {
    const data = new Uint8Array(40 * 4).fill(255);
    for (let y = 0; y < 4; y++) data[y * 40 + 21] = 0;
    const row = resample({ width: 40, height: 4, data }, 10, 1).data;
    expect(Math.min(...row)).toBeLessThan(215);
  });

  test('twice as large lies between', () => {
    expect([...resample({ width: 2, height: 1, data: Uint8Array.of(0, 100) }, 4, 1).data]).toEqual([0, 25, 75, 100]);
  });
});

test('a border is white on all sides', () => {
  const image = { width: 1, height: 1, data: Uint8Array.of(7) };
  expect(withBorder(image, 1)).toEqual({
    width: 3,
    height: 3,
    data: Uint8Array.of(255, 255, 255, 255, 7, 255, 255, 255, 255),
  });
  expect(withBorder(image, 0)).toBe(image);
});
