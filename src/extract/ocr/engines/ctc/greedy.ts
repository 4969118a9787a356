import { BLANK, type Candidate, type TimeStep } from './time-step.js';

/**
 * The labels of the best path: the most probable label of each step, repetitions taken once, blanks left out. The blank must
 * outweigh all characters together: a character that the recogniser cannot tell from others is doubtful, not absent.
 */
export function greedyLabels(steps: readonly TimeStep[]): readonly string[] {
  const labels: string[] = [];
  let previous = BLANK;
  for (const step of steps) {
    const best = bestLabel(step);
    if (best !== previous && best !== BLANK) labels.push(best);
    previous = best;
  }
  return labels;
}

function bestLabel(step: TimeStep): string {
  let blank = 0;
  let rest = 0;
  let best: Candidate | null = null;
  for (const candidate of step) {
    if (candidate.label === BLANK) {
      blank += candidate.probability;
      continue;
    }
    rest += candidate.probability;
    if (!best || candidate.probability > best.probability) best = candidate;
  }
  return best && rest > blank ? best.label : BLANK;
}
