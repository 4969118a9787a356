import { BLANK, probabilityOf, type TimeStep } from './time-step.js';

/** Where one label of a text stands: first and last time step, and its highest probability there. */
export interface AlignedLabel {
  readonly label: string;
  readonly firstStep: number;
  readonly lastStep: number;
  readonly probability: number;
}

/** Stands for probability 0: a path over a missing label is bad, but not impossible, so that every text can be aligned. */
const NEVER = 1e-12;

/**
 * The best way to spread the given labels over the steps (Viterbi over label, blank, label, …). Empty where there are more
 * labels than steps.
 */
export function alignLabels(steps: readonly TimeStep[], labels: readonly string[]): readonly AlignedLabel[] {
  const states = [BLANK, ...labels.flatMap((label) => [label, BLANK])];
  const path = bestPath(steps, states);
  return labels.flatMap((label, index) => {
    const state = 2 * index + 1;
    const firstStep = path.indexOf(state);
    if (firstStep < 0) return [];
    const lastStep = path.lastIndexOf(state);
    const peaks = steps.slice(firstStep, lastStep + 1).map((step) => probabilityOf(step, label));
    return [{ label, firstStep, lastStep, probability: Math.max(...peaks) }];
  });
}

/** For each step the index of the state it is in; empty where no path reaches the end. */
function bestPath(steps: readonly TimeStep[], states: readonly string[]): readonly number[] {
  let scores = states.map((_, state) => (state === 0 ? 0 : Number.NEGATIVE_INFINITY));
  const origins = steps.map((step, at) => {
    const before = scores;
    const from = states.map((_, state) => (at === 0 ? (state <= 1 ? 0 : state) : bestOrigin(before, states, state)));
    scores = states.map(
      (label, state) => (before[from[state] ?? 0] ?? 0) + Math.log(Math.max(probabilityOf(step, label), NEVER)),
    );
    return from;
  });
  const last = states.length - 1;
  let state = (scores[last - 1] ?? Number.NEGATIVE_INFINITY) > (scores[last] ?? 0) ? last - 1 : last;
  if (scores[state] === Number.NEGATIVE_INFINITY) return [];
  return origins
    .map((from) => from)
    .reverse()
    .map((from) => {
      const here = state;
      state = from[state] ?? 0;
      return here;
    })
    .reverse();
}

/** The state before: the same, the one before it, or two before where a blank between two different labels may be skipped. */
function bestOrigin(before: readonly number[], states: readonly string[], state: number): number {
  let best = state;
  if (state >= 1 && (before[state - 1] ?? 0) > (before[best] ?? 0)) best = state - 1;
  const maySkip = state >= 2 && states[state] !== BLANK && states[state] !== states[state - 2];
  if (maySkip && (before[state - 2] ?? 0) > (before[best] ?? 0)) best = state - 2;
  return best;
}
