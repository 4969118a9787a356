import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { PixelBox } from '../../../../src/extract/ocr/image.js';
import { withDetected } from '../../../../src/extract/ocr/lines/detected-lines.js';
import type { PageLine } from '../../../../src/extract/ocr/lines/page-lines.js';
import { boxOf } from './spots.js';

const PAGE = { width: 800, height: 600 };
const CELL: PixelBox = { left: 100, top: 300, right: 400, bottom: 340 };

function box(left: number, top: number, right: number, bottom = top + 20): PixelBox {
  return { left, top, right, bottom };
}

function line(at: PixelBox, more: Partial<PageLine> = {}): PageLine {
  return { box: at, clip: box(0, 0, PAGE.width, PAGE.height), size: 20, inCell: false, doubtful: false, ...more };
}

/** As a detector draws the box of a line: wider by a fifth of its height, so that it is the line again without its margin. */
function seen({ left, top, right, bottom }: PixelBox): PixelBox {
  return { left: left - 4, top: top - 4, right: right + 4, bottom: bottom + 4 };
}

function boxes(lines: readonly PageLine[], detected: readonly PixelBox[]): (readonly number[])[] {
  return withDetected({ lines, cells: [CELL], doubtful: true }, detected, PAGE).map((one) => boxOf(one.box));
}

describe('a detected line', () => {
  test('that no ink showed is a line, with the paper around its text left out', () => {
    expect(boxes([], [box(100, 100, 300, 130)])).toEqual([[104, 104, 296, 126]]);
  });

  test('that the ink shows clearly changes nothing: its columns stay apart', () => {
    const lines = [line(box(100, 100, 180)), line(box(220, 100, 300))];
    expect(boxes(lines, [seen(box(100, 100, 300))])).toEqual(lines.map((one) => boxOf(one.box)));
  });

  test('of which the ink shows a part takes the place of that part', () => {
    expect(boxes([line(box(100, 100, 180))], [box(96, 96, 504, 124)])).toEqual([[99, 99, 501, 121]]);
  });

  test('takes the place of doubtful lines that it touches', () => {
    const lines = [line(box(90, 60, 600, 150), { doubtful: true }), line(box(100, 200, 500))];
    expect(boxes(lines, [box(96, 96, 504, 124)])).toEqual([
      [99, 99, 501, 121],
      [100, 200, 500, 220],
    ]);
  });

  test('stands apart from lines above and below it', () => {
    const lines = [line(box(100, 80, 500)), line(box(100, 130, 500))];
    expect(boxes(lines, [box(96, 102, 504, 130)])).toHaveLength(3);
  });

  test('in a cell is cut from the inside of the cell only', () => {
    const [found, ...others] = withDetected(
      { lines: [], cells: [CELL], doubtful: true },
      [box(96, 306, 320, 334)],
      PAGE,
    );
    expect(others).toEqual([]);
    expect(found).toMatchObject({ inCell: true, clip: CELL });
  });

  test('outside cells is cut off before its neighbours', () => {
    const lines = [line(box(100, 100, 180))];
    const found = withDetected({ lines, cells: [], doubtful: true }, [box(297, 97, 403, 121)], PAGE);
    expect(found.map(({ clip }) => [clip.left, clip.right])).toEqual([
      [0, 299],
      [181, 800],
    ]);
  });
});

test('what a detector does not see stays, doubtful or not', () => {
  expect(boxes([line(box(90, 60, 600, 150), { doubtful: true }), line(box(700, 560, 720))], [])).toHaveLength(2);
});

const anyBox = fc
  .tuple(fc.nat(700), fc.nat(500), fc.integer({ min: 10, max: 90 }), fc.integer({ min: 8, max: 60 }))
  .map(([left, top, width, height]) => box(left, top, left + width, top + height));

test('nothing that ink or detector shows is lost: the middle of every clear line and of every detected one lies at the height of a line', () => {
  fc.assert(
    fc.property(fc.array(anyBox, { maxLength: 8 }), fc.array(anyBox, { maxLength: 8 }), (own, detected) => {
      const lines = withDetected({ lines: own.map((one) => line(one)), cells: [], doubtful: true }, detected, PAGE);
      for (const one of [...own, ...detected]) {
        const near = lines.some(
          (other) =>
            other.box.left < one.right &&
            other.box.right > one.left &&
            other.box.top < one.bottom &&
            other.box.bottom > one.top,
        );
        expect(near).toBe(true);
      }
    }),
  );
});
