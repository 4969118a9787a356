import { BLANK, type TimeStep } from './time-step.js';

/** A text and the probability that the line shows it, over all ways to spread its characters over the steps. */
export interface BeamText {
  readonly labels: readonly string[];
  readonly probability: number;
}

/** A beginning of a text, with its probability so far, by whether the last step was a blank. */
interface Prefix {
  /** Its labels as one string, by which it is found again. */
  readonly key: string;
  readonly labels: readonly string[];
  blank: number;
  character: number;
}

/**
 * The likeliest texts of a line, best first (prefix beam search for CTC: Hannun and others, 2014). `width` prefixes are kept after
 * each step. Unlike the best path it adds up the ways that lead to the same text, and it gives the second, third, … text.
 */
export function likeliestTexts(steps: readonly TimeStep[], width: number): readonly BeamText[] {
  let beam: Prefix[] = [{ key: '', labels: [], blank: 1, character: 0 }];
  let logScale = 0;
  for (const step of steps) {
    beam = nextBeam(beam, step).slice(0, width);
    // Kept near 1: hundreds of steps of a line that shows something else would end in 0.
    const total = beam.reduce((sum, prefix) => sum + mass(prefix), 0);
    if (total === 0) return [];
    logScale += Math.log(total);
    for (const prefix of beam) {
      prefix.blank /= total;
      prefix.character /= total;
    }
  }
  return beam
    .map((prefix) => ({ labels: prefix.labels, probability: mass(prefix) * Math.exp(logScale) }))
    .filter((text) => text.probability > 0);
}

function nextBeam(beam: readonly Prefix[], step: TimeStep): Prefix[] {
  const next = new Map<string, Prefix>();
  for (const prefix of beam) {
    const last = prefix.labels.at(-1);
    for (const { label, probability } of step) {
      if (label === BLANK) {
        same(next, prefix).blank += mass(prefix) * probability;
      } else if (label === last) {
        // The same label again is the same character, unless a blank stood between.
        same(next, prefix).character += prefix.character * probability;
        longer(next, prefix, label).character += prefix.blank * probability;
      } else {
        longer(next, prefix, label).character += mass(prefix) * probability;
      }
    }
  }
  return [...next.values()].filter((prefix) => mass(prefix) > 0).sort((a, b) => mass(b) - mass(a));
}

function same(next: Map<string, Prefix>, { key, labels }: Prefix): Prefix {
  const known = next.get(key);
  if (known) return known;
  const fresh = { key, labels, blank: 0, character: 0 };
  next.set(key, fresh);
  return fresh;
}

function longer(next: Map<string, Prefix>, prefix: Prefix, label: string): Prefix {
  const key = `${prefix.key}\u0000${label}`;
  const known = next.get(key);
  if (known) return known;
  const fresh = { key, labels: [...prefix.labels, label], blank: 0, character: 0 };
  next.set(key, fresh);
  return fresh;
}

function mass(prefix: Prefix): number {
  return prefix.blank + prefix.character;
}
