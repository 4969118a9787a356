import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { beforeTurn, turnPage } from '../../../../src/extract/ocr/image/turn-page.js';
import type { GreyImage } from '../../../../src/extract/ocr/image.js';

const images = fc.tuple(fc.integer({ min: 1, max: 70 }), fc.integer({ min: 1, max: 70 }), fc.integer()).map(
  ([width, height, seed]): GreyImage => ({
    width,
    height,
    data: Uint8Array.from({ length: width * height }, (_, at) => (at * 7919 + seed) & 255),
  }),
);
const turns = fc.constantFrom(1, 2, 3, 0);

describe('turnPage', () => {
  it('one quarter turn puts the left side on top', () => {
    const turned = turnPage({ width: 3, height: 2, data: Uint8Array.of(1, 2, 3, 4, 5, 6) }, 1);
    expect([turned.width, turned.height, [...turned.data]]).toEqual([2, 3, [4, 1, 5, 2, 6, 3]]);
  });

  it('four quarter turns give the picture back, and two turns are one of their sum', () => {
    fc.assert(
      fc.property(images, turns, turns, (image, first, second) => {
        const sum = ([0, 1, 2, 3] as const)[(first + second) % 4] ?? 0;
        expect(turnPage(turnPage(image, first), second)).toEqual(turnPage(image, sum));
      }),
    );
  });

  it('every pixel is found again where beforeTurn says', () => {
    fc.assert(
      fc.property(images, turns, (image, turn) => {
        const turned = turnPage(image, turn);
        const back = beforeTurn(turn, image.width, image.height);
        for (let y = 0; y < turned.height; y++)
          for (let x = 0; x < turned.width; x++) {
            const from = back(x + 0.5, y + 0.5);
            const value = image.data[Math.floor(from.y) * image.width + Math.floor(from.x)];
            if (turned.data[y * turned.width + x] !== value) return false;
          }
        return true;
      }),
    );
  });
});
