import fc from 'fast-check';
import { BLANK, type TimeStep } from '../../src/extract/ocr/engines/ctc/time-step.js';

/** A time step out of `{ '1': 0.7, '': 0.3 }`; the blank is there even where it is not named. */
export function step(probabilities: Readonly<Record<string, number>>): TimeStep {
  return Object.entries({ [BLANK]: 0, ...probabilities }).map(([label, probability]) => ({ label, probability }));
}

/** Steps that clearly show a text: each character, then a blank. */
export function clearSteps(text: string): TimeStep[] {
  return [...text].flatMap((label) => [step({ [label]: 0.97, [BLANK]: 0.03 }), step({ [BLANK]: 1 })]);
}

/** A few steps over an alphabet of two characters, with any probabilities that sum to one. */
export const anySteps: fc.Arbitrary<TimeStep[]> = fc.array(
  fc.array(fc.integer({ min: 0, max: 20 }), { minLength: 3, maxLength: 3 }).map((weights) => {
    const [one = 0, two = 0, blank = 0] = weights;
    const sum = one + two + blank + 3;
    return step({ a: (one + 1) / sum, b: (two + 1) / sum, [BLANK]: (blank + 1) / sum });
  }),
  { minLength: 1, maxLength: 5 },
);

/** The probability of each text by looking at every path: slow and obviously right. */
export function textsOfAllPaths(steps: readonly TimeStep[]): Map<string, number> {
  let paths: { readonly text: string; readonly last: string; readonly probability: number }[] = [
    { text: '', last: BLANK, probability: 1 },
  ];
  for (const candidates of steps) {
    paths = paths.flatMap(({ text, last, probability }) =>
      candidates.map((candidate) => ({
        text: candidate.label === last ? text : text + candidate.label,
        last: candidate.label,
        probability: probability * candidate.probability,
      })),
    );
  }
  const texts = new Map<string, number>();
  for (const { text, probability } of paths) texts.set(text, (texts.get(text) ?? 0) + probability);
  return texts;
}
