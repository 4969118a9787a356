import { expect, test } from 'vitest';
import { greedyLabels } from '../../../../../src/extract/ocr/engines/ctc/greedy.js';
import { alphabetOf, timeSteps } from '../../../../../src/extract/ocr/engines/ctc/time-step.js';
import { step } from '../../../../support/ctc-steps.js';

test.each([
  ['repetitions are one character', [{ a: 0.9 }, { a: 0.8 }], 'a'],
  ['a blank parts two of the same', [{ a: 0.9 }, { '': 0.9 }, { a: 0.8 }], 'aa'],
  ['a character that could be several is there', [{ '': 0.4, a: 0.3, b: 0.29 }], 'a'],
  ['a blank that outweighs all is none', [{ '': 0.6, a: 0.2, b: 0.2 }], ''],
  ['no step', [], ''],
])('%s', (_, steps, text) => {
  expect(greedyLabels(steps.map((probabilities) => step(probabilities as Record<string, number>))).join('')).toBe(text);
});

test('classes of one label are added, unnamed classes left out, and the blank is always possible', () => {
  const matrix = { steps: 2, classes: 4, data: Float32Array.of(0.1, 0.3, 0.4, 0.2, 0, 0, 0, 1) };
  const classes = [
    { index: 0, label: '' },
    { index: 1, label: '-' },
    { index: 2, label: '-' },
  ];
  const [first, second] = timeSteps(matrix, alphabetOf(classes));
  expect(first).toEqual([
    { label: '', probability: expect.closeTo(0.1) },
    { label: '-', probability: expect.closeTo(0.7) },
  ]);
  expect(second).toEqual([{ label: '', probability: expect.closeTo(0, 4) }]);
  expect(second?.[0]?.probability).toBeGreaterThan(0);
});
