import fc from 'fast-check';
import { expect, test } from 'vitest';
import { alphabetOf, timeSteps } from '../../../../../src/extract/ocr/engines/ctc/time-step.js';

const CLASSES = 400;
const ALL = alphabetOf(
  Array.from({ length: CLASSES }, (_, index) => ({ index, label: index === 0 ? '' : `c${index}` })),
);

test('no candidate is missed, wherever the probabilities of a step are', () => {
  const places = fc.array(fc.tuple(fc.nat(CLASSES - 1), fc.double({ min: 0.0001, max: 1, noNaN: true })), {
    minLength: 1,
    maxLength: 40,
  });
  fc.assert(
    fc.property(places, (weights) => {
      const row = new Float32Array(CLASSES);
      const sum = weights.reduce((total, [, weight]) => total + weight, 0);
      for (const [at, weight] of weights) row[at] = (row[at] ?? 0) + weight / sum;
      const [step] = timeSteps({ steps: 1, classes: CLASSES, data: row }, ALL);
      const expected = [...row].flatMap((probability, at) => (at > 0 && probability >= 0.002 ? [`c${at}`] : []));
      expect(step?.map(({ label }) => label)).toEqual(['', ...expected]);
    }),
  );
});
