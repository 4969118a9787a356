import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { alignLabels } from '../../../../../src/extract/ocr/engines/ctc/align.js';
import { greedyLabels } from '../../../../../src/extract/ocr/engines/ctc/greedy.js';
import { anySteps, clearSteps, step } from '../../../../support/ctc-steps.js';

describe('alignLabels', () => {
  test('says at which steps each character stands and how sure it is at best', () => {
    const steps = [step({ '': 1 }), step({ '3': 0.6, '': 0.4 }), step({ '3': 0.9 }), step({ '8': 0.7, '3': 0.3 })];
    expect(alignLabels(steps, ['3', '8'])).toEqual([
      { label: '3', firstStep: 1, lastStep: 2, probability: 0.9 },
      { label: '8', firstStep: 3, lastStep: 3, probability: 0.7 },
    ]);
  });

  test('two equal characters stand at different steps, with a blank between', () => {
    const [first, second] = alignLabels(clearSteps('00'), ['0', '0']);
    expect([first?.lastStep, second?.firstStep]).toEqual([0, 2]);
  });

  test('more characters than steps cannot be placed', () => {
    expect(alignLabels([step({ '1': 1 })], ['1', '2'])).toEqual([]);
    expect(alignLabels([], ['1'])).toEqual([]);
  });

  test('every text of the best path is placed in order, without overlap', () => {
    fc.assert(
      fc.property(anySteps, (steps) => {
        const labels = greedyLabels(steps);
        const aligned = alignLabels(steps, labels);
        expect(aligned.map(({ label }) => label)).toEqual(labels);
        aligned.forEach(({ firstStep, lastStep }, index) => {
          expect(lastStep).toBeGreaterThanOrEqual(firstStep);
          expect(firstStep).toBeGreaterThan(aligned[index - 1]?.lastStep ?? -1);
        });
      }),
    );
  });
});
