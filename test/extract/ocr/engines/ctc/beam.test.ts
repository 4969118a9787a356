import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { likeliestTexts } from '../../../../../src/extract/ocr/engines/ctc/beam.js';
import { greedyLabels } from '../../../../../src/extract/ocr/engines/ctc/greedy.js';
import { anySteps, clearSteps, step, textsOfAllPaths } from '../../../../support/ctc-steps.js';

const WIDE = 1000;

describe('likeliestTexts', () => {
  test('a wide beam gives every text with the sum of all its paths', () => {
    fc.assert(
      fc.property(anySteps, (steps) => {
        const expected = textsOfAllPaths(steps);
        const found = likeliestTexts(steps, WIDE);
        expect(found).toHaveLength(expected.size);
        for (const { labels, probability } of found)
          expect(probability).toBeCloseTo(expected.get(labels.join('')) ?? -1, 9);
      }),
    );
  });

  test('its best text is at least as likely as the text of the best path', () => {
    fc.assert(
      fc.property(anySteps, (steps) => {
        const greedy = greedyLabels(steps).join('');
        const [best] = likeliestTexts(steps, WIDE);
        expect(best?.probability).toBeGreaterThanOrEqual((textsOfAllPaths(steps).get(greedy) ?? 0) - 1e-12);
      }),
    );
  });

  test('best first, and no text twice, in a narrow beam too', () => {
    fc.assert(
      fc.property(anySteps, fc.integer({ min: 1, max: 4 }), (steps, width) => {
        const found = likeliestTexts(steps, width);
        expect(found.length).toBeLessThanOrEqual(width);
        const probabilities = found.map(({ probability }) => probability);
        expect(probabilities).toEqual([...probabilities].sort((a, b) => b - a));
        expect(new Set(found.map(({ labels }) => labels.join(''))).size).toBe(found.length);
      }),
    );
  });

  test('the same digit twice needs a blank between', () => {
    expect(likeliestTexts([step({ '1': 1 }), step({ '1': 1 })], WIDE)[0]?.labels).toEqual(['1']);
    expect(likeliestTexts([step({ '1': 1 }), step({ '': 1 }), step({ '1': 1 })], WIDE)[0]?.labels).toEqual(['1', '1']);
  });

  test('adds up paths: no single path of the best text is the best path', () => {
    const steps = [step({ a: 0.4, '': 0.6 }), step({ a: 0.4, '': 0.6 })];
    expect(likeliestTexts(steps, WIDE)[0]).toEqual({ labels: ['a'], probability: expect.closeTo(0.64) });
  });

  test('a line of hundreds of steps keeps its probability', () => {
    const [best] = likeliestTexts(clearSteps('1234567890'.repeat(40)), 8);
    expect(best?.labels.join('')).toBe('1234567890'.repeat(40));
    expect(Math.log(best?.probability ?? 0)).toBeCloseTo(400 * Math.log(0.97), 5);
  });
});
