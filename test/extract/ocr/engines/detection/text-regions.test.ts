import { describe, expect, test } from 'vitest';
import { pageTensor } from '../../../../../src/extract/ocr/engines/detection/page-tensor.js';
import { type TextMap, textRegions } from '../../../../../src/extract/ocr/engines/detection/text-regions.js';

const [WIDTH, HEIGHT] = [200, 100];

/** A map with rectangles of one probability each: left, top, width, height, probability. */
function map(...cores: readonly (readonly [number, number, number, number, number])[]): TextMap {
  const data = new Float32Array(WIDTH * HEIGHT);
  for (const [left, top, width, height, probability] of cores) {
    for (let y = top; y < top + height; y++) data.fill(probability, y * WIDTH + left, y * WIDTH + left + width);
  }
  return { width: WIDTH, height: HEIGHT, data };
}

describe('textRegions', () => {
  test('a core is widened by its area times 1.6 over its perimeter', () => {
    // 60 * 10 * 1.6 / 140
    const more = expect.closeTo(20 - 6.857, 2);
    expect(textRegions(map([20, 40, 60, 10, 0.9]))).toEqual([
      {
        left: more,
        top: expect.closeTo(33.143, 2),
        right: expect.closeTo(86.857, 2),
        bottom: expect.closeTo(56.857, 2),
      },
    ]);
  });

  test('boxes end at the edge of the map', () => {
    expect(textRegions(map([0, 0, WIDTH, 20, 0.9]))).toEqual([
      { left: 0, top: 0, right: WIDTH, bottom: expect.closeTo(34.545, 2) },
    ]);
  });

  test.each([
    ['nothing', [], 0],
    ['too pale for text', [[20, 40, 60, 10, 0.29]], 0],
    ['text, but pale on the whole', [[20, 40, 60, 10, 0.45]], 0],
    ['a speck', [[20, 40, 60, 2, 0.9]], 0],
    [
      'two lines',
      [
        [20, 20, 60, 10, 0.9],
        [20, 40, 60, 10, 0.9],
      ],
      2,
    ],
    [
      'two pieces that touch at a corner',
      [
        [20, 20, 30, 10, 0.9],
        [50, 30, 4, 4, 0.95],
      ],
      1,
    ],
    [
      'the last column of a row does not touch the first of the next',
      [
        [190, 20, 10, 5, 0.9],
        [0, 26, 10, 5, 0.9],
      ],
      2,
    ],
  ] as [string, [number, number, number, number, number][], number][])('%s', (_, cores, count) => {
    expect(textRegions(map(...cores))).toHaveLength(count);
  });
});

describe('pageTensor', () => {
  test.each([
    [2480, 3508, 1280, 896, 1280],
    [400, 300, 1280, 416, 288],
    [10, 10, 1280, 32, 32],
  ])(
    'a page of %i x %i for a long side of %i is drawn %i x %i',
    (width, height, side, expectedWidth, expectedHeight) => {
      const page = { width, height, data: new Uint8Array(width * height).fill(255) };
      const tensor = pageTensor(page, side);
      expect([tensor.width, tensor.height]).toEqual([expectedWidth, expectedHeight]);
      expect(tensor.input.dims).toEqual([1, 3, expectedHeight, expectedWidth]);
      expect(tensor.width * tensor.scaleX).toBeCloseTo(width);
      expect(tensor.height * tensor.scaleY).toBeCloseTo(height);
      const plane = expectedWidth * expectedHeight;
      expect([0, plane, 2 * plane].map((at) => tensor.input.data[at])).toEqual(
        [2.2489, 2.4286, 2.64].map((white) => expect.closeTo(white, 3)),
      );
    },
  );
});
