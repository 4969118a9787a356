import fc from 'fast-check';
import { expect, test } from 'vitest';
import { inColour, inGrey, type Picture, type Turn, turnPicture } from '../../../samples/make/scan/picture.js';

const grey = (width: number, height: number, ...values: number[]): Picture => ({
  width,
  height,
  channels: 1,
  data: Uint8ClampedArray.from(values),
});

test.each([
  [1, grey(2, 3, 5, 1, 6, 2, 7, 3)],
  [2, grey(3, 2, 7, 6, 5, 3, 2, 1)],
  [3, grey(2, 3, 3, 7, 2, 6, 1, 5)],
] as const)('turned clockwise by %i quarters', (turn, expected) => {
  expect(turnPicture(grey(3, 2, 1, 2, 3, 5, 6, 7), turn)).toEqual(expected);
});

test('a turn and the rest of a whole one give the picture back, in colour too', () => {
  const pictures = fc
    .record({ width: fc.integer({ min: 1, max: 6 }), height: fc.integer({ min: 1, max: 6 }), colour: fc.boolean() })
    .chain(({ width, height, colour }) =>
      fc.uint8ClampedArray({ minLength: width * height, maxLength: width * height }).map((data): Picture => {
        const picture: Picture = { width, height, channels: 1, data };
        return colour ? inColour(picture) : picture;
      }),
    );
  fc.assert(
    fc.property(pictures, fc.constantFrom<Turn>(1, 2, 3), (picture, turn) => {
      expect(turnPicture(turnPicture(picture, turn), (4 - turn) as Turn)).toEqual(picture);
    }),
  );
});

test('a grey picture in colour is the same in grey again', () => {
  const picture = grey(2, 2, 0, 100, 200, 255);
  expect(inGrey(inColour(picture))).toEqual(picture);
});
