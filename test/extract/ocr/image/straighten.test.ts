import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { straightened, straightening } from '../../../../src/extract/ocr/image/straighten.js';
import { fill, paper } from './paint.js';

describe('straightened', () => {
  it('a mark is found, within a pixel, where `before` says it was', () => {
    fc.assert(
      fc.property(
        fc.record({
          x: fc.integer({ min: 20, max: 170 }),
          y: fc.integer({ min: 20, max: 110 }),
          degrees: fc.double({ min: -6, max: 6, noNaN: true }),
          scale: fc.constantFrom(1, 4 / 3, 2),
        }),
        ({ x, y, degrees, scale }) => {
          const image = paper(200, 140);
          fill(image, x - 3, y - 3, x + 4, y + 4);
          const result = straightened(image, degrees, scale);
          let [sumX, sumY, weight] = [0, 0, 0];
          result.data.forEach((value, at) => {
            sumX += ((at % result.width) + 0.5) * (255 - value);
            sumY += (Math.floor(at / result.width) + 0.5) * (255 - value);
            weight += 255 - value;
          });
          const found = straightening(image, degrees, scale).before(sumX / weight, sumY / weight);
          expect(Math.hypot(found.x - x - 0.5, found.y - y - 0.5)).toBeLessThan(0.3);
        },
      ),
    );
  });

  it('a stroke one pixel thin keeps its ink', () => {
    const image = paper(300, 60);
    fill(image, 10, 30, 290, 31);
    const ink = (data: Uint8Array): number => data.reduce((sum, value) => sum + 255 - value, 0);
    const turned = straightened(image, 1.1, 1);
    const kept = ink(turned.data) / ink(image.data);
    expect(kept).toBeGreaterThan(0.98);
    expect(kept).toBeLessThan(1.12);
    // Half way between two rows the stroke is shared, and still well darker than half of the paper.
    const middle = Array.from({ length: 200 }, (_, x) => {
      const column = Array.from({ length: turned.height }, (_, y) => turned.data[y * turned.width + 50 + x] ?? 255);
      return Math.min(...column);
    });
    expect(Math.max(...middle)).toBeLessThan(125);
  });
});
