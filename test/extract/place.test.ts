import fc from 'fast-check';
import { expect, test } from 'vitest';
import { boxAround } from '../../src/extract/place.js';

test('there is no box around nothing', () => {
  expect(boxAround([])).toBeNull();
});

test('the box around boxes reaches to the outermost sides', () => {
  const boxes = [
    { left: 10, top: 50, right: 20, bottom: 60 },
    { left: 5, top: 55, right: 12, bottom: 90 },
  ];
  expect(boxAround(boxes)).toEqual({ left: 5, top: 50, right: 20, bottom: 90 });
});

test('it does not depend on the order, and a box around it adds nothing', () => {
  const coordinate = fc.integer({ min: -1000, max: 1000 });
  const box = fc.record({ left: coordinate, top: coordinate, right: coordinate, bottom: coordinate });
  fc.assert(
    fc.property(fc.array(box, { minLength: 1 }), (boxes) => {
      const around = boxAround(boxes);
      expect(boxAround([...boxes].reverse())).toEqual(around);
      expect(around && boxAround([around, ...boxes])).toEqual(around);
    }),
  );
});
