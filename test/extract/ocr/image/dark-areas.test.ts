import { describe, expect, test } from 'vitest';
import { withoutDarkAreas } from '../../../../src/extract/ocr/image/dark-areas.js';
import type { GreyImage } from '../../../../src/extract/ocr/image.js';

const DPI = 150;
const [PAPER, FILL] = [235, 70];

/** A page of 4 by 2 inches: paper, and a filled row of 300 by 45 pixels at (100, 100). */
function page(fill = FILL): GreyImage {
  const image = { width: 600, height: 300, data: new Uint8Array(600 * 300).fill(PAPER) };
  paint(image, 100, 100, 400, 145, fill);
  return image;
}

function paint(
  { width, data }: GreyImage,
  left: number,
  top: number,
  right: number,
  bottom: number,
  grey: number,
): void {
  for (let y = top; y < bottom; y++) data.fill(grey, y * width + left, y * width + right);
}

/** Strokes as of letters, in the middle of the filled row. */
function letters(image: GreyImage, grey: number): GreyImage {
  for (let x = 150; x < 350; x += 12) {
    paint(image, x, 112, x + 4, 134, grey);
    paint(image, x, 120, x + 9, 124, grey);
  }
  return image;
}

const at = ({ width, data }: GreyImage, x: number, y: number) => data[y * width + x];

describe('light print on a dark area', () => {
  test('becomes dark print on paper, within a dark outline', () => {
    const seen = withoutDarkAreas(letters(page(), 230), DPI);
    expect(at(seen, 151, 115)).toBe(75);
    expect(at(seen, 146, 115)).toBe(PAPER);
    for (const [x, y] of [
      [250, 101],
      [250, 143],
      [101, 122],
      [398, 122],
    ] as const)
      expect(at(seen, x, y)).toBe(FILL);
    expect(at(seen, 250, 98)).toBe(PAPER);
    expect(at(seen, 250, 147)).toBe(PAPER);
  });

  test('does so on an area that lies askew', () => {
    const image = { width: 600, height: 300, data: new Uint8Array(600 * 300).fill(PAPER) };
    for (let x = 100; x < 400; x++) paint(image, x, 100 + Math.floor(x / 40), x + 1, 150 + Math.floor(x / 40), FILL);
    const seen = withoutDarkAreas(letters(image, 230), DPI);
    expect(at(seen, 151, 115)).toBe(75);
    expect([at(seen, 110, 130), at(seen, 390, 130)]).toEqual([PAPER, PAPER]);
  });
});

describe('is left as it is', () => {
  const plain = page(PAPER);
  test.each([
    { name: 'a page without dark areas', image: letters(page(PAPER), 30) },
    { name: 'a dark area without print', image: page() },
    { name: 'dark print on a dark area', image: letters(page(), 10) },
    { name: 'light print on a grey area: it is not dark', image: letters(page(170), 230) },
    { name: 'a dark bar, lower than a row', image: bar(12) },
    { name: 'a dark margin with light spots', image: margin() },
    { name: 'bordered cells', image: borders() },
  ])('$name', ({ image }) => {
    expect(withoutDarkAreas(image, DPI)).toBe(image);
  });

  function bar(height: number): GreyImage {
    const image = { ...plain, data: plain.data.slice() };
    paint(image, 100, 100, 400, 100 + height, FILL);
    paint(image, 120, 104, 300, 106, 230);
    return image;
  }

  function margin(): GreyImage {
    const image = { ...plain, data: plain.data.slice() };
    paint(image, 0, 0, 60, 300, FILL);
    for (let y = 20; y < 280; y += 12) paint(image, 20, y, 40, y + 4, 230);
    return image;
  }

  function borders(): GreyImage {
    const image = { ...plain, data: plain.data.slice() };
    for (let y = 100; y <= 190; y += 45) paint(image, 100, y, 400, y + 3, FILL);
    for (let x = 100; x <= 400; x += 60) paint(image, x, 100, x + 3, 193, FILL);
    return image;
  }
});
