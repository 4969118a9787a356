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

test.each([
  [
    'in a row',
    [
      { index: 0, label: '' },
      { index: 1, label: '-' },
      { index: 2, label: '-' },
    ],
    Float32Array.of(0.1, 0.3, 0.4, 0.2, 0, 0, 0, 1),
  ],
  [
    'with gaps',
    [
      { index: 0, label: '' },
      { index: 1, label: '-' },
      { index: 3, label: '-' },
    ],
    Float32Array.of(0.1, 0.3, 0.2, 0.4, 0, 0, 1, 0),
  ],
])(
  'classes %s: those of one label are added, others left out, and the blank is always possible',
  (_, classes, data) => {
    const [first, second] = timeSteps({ steps: 2, classes: 4, data }, alphabetOf(classes));
    expect(first).toEqual([
      { label: '', probability: expect.closeTo(0.1) },
      { label: '-', probability: expect.closeTo(0.7) },
    ]);
    expect(second).toEqual([{ label: '', probability: expect.closeTo(0, 4) }]);
    expect(second?.[0]?.probability).toBeGreaterThan(0);
  },
);
