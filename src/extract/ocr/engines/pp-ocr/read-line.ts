import type { Alternative, LineKind, LineReading } from '../../engine.js';
import { alignLabels } from '../ctc/align.js';
import { type BeamText, likeliestTexts } from '../ctc/beam.js';
import { greedyLabels } from '../ctc/greedy.js';
import { BLANK, type Probabilities, type TimeStep, timeSteps } from '../ctc/time-step.js';
import { isText, numberCharacter } from '../number-alphabet.js';
import { placeCharacters } from './place-characters.js';

/** Prefixes kept by the beam search: enough for three uncertain characters with three candidates each. */
const BEAM_WIDTH = 24;

/** How many other texts are offered, and from which score on. */
const MOST_ALTERNATIVES = 8;
const LEAST_SCORE = 0.002;

/** Turns the output of the recogniser into a reading. `labels` names the classes; `width` is that of the line image in pixels. */
export interface LineDecoder {
  readonly read: (output: Probabilities, kind: LineKind, width: number) => LineReading;
}

/** Prepares the alphabets once: the classes are thousands. `labels` names them, '' the blank. */
export function lineDecoder(labels: readonly string[]): LineDecoder {
  const all = labels.map((label, index) => ({ index, label }));
  const ofNumbers = all.flatMap(({ index, label }) => {
    const character = label === BLANK ? BLANK : numberCharacter(label);
    return character === null ? [] : [{ index, label: character }];
  });
  return {
    read: (output, kind, width) => {
      const steps = timeSteps(output, all);
      const greedy = greedyLabels(steps);
      if (kind === 'text' || isText(greedy.join(''))) return readText(steps, greedy, width);
      return readNumber(timeSteps(output, ofNumbers), width);
    },
  };
}

/** The best path as text; what else the beam finds are its alternatives. */
function readText(steps: readonly TimeStep[], greedy: readonly string[], width: number): LineReading {
  return reading(steps, greedy, likeliestTexts(steps, BEAM_WIDTH), 1, width);
}

/**
 * The likeliest number. Its confidence is neither above its share among all numbers found (a doubtful digit may be left out by
 * the likeliest, which no character of it shows), nor above what the recogniser left, at the worst step, for characters of
 * numbers at all: where it saw something else, the number was forced upon the picture.
 */
function readNumber(steps: readonly TimeStep[], width: number): LineReading {
  const texts = likeliestTexts(steps, BEAM_WIDTH);
  const [best] = texts;
  const share = (best?.probability ?? 0) / texts.reduce((sum, { probability }) => sum + probability, 0);
  const kept = steps.map((step) => step.reduce((sum, { probability }) => sum + probability, 0));
  return reading(steps, best?.labels ?? [], texts, Math.min(1, share || 0, ...kept), width);
}

function reading(
  steps: readonly TimeStep[],
  labels: readonly string[],
  texts: readonly BeamText[],
  highest: number,
  width: number,
): LineReading {
  const text = labels.join('').trim();
  const characters = placeCharacters(alignLabels(steps, labels), steps.length, width).filter(
    (c) => c.text.trim() !== '',
  );
  const lowest = characters.reduce((least, { confidence }) => Math.min(least, confidence), highest);
  const confidence = characters.length === 0 ? 0 : lowest;
  return { text, confidence, characters, alternatives: otherTexts(text, confidence, texts) };
}

/** Scores are the confidence of the reading times how much less likely the other text is. */
function otherTexts(text: string, confidence: number, texts: readonly BeamText[]): readonly Alternative[] {
  const byText = new Map<string, number>();
  for (const { labels, probability } of texts) {
    const other = labels.join('').trim();
    byText.set(other, (byText.get(other) ?? 0) + probability);
  }
  const own = byText.get(text) ?? 0;
  byText.delete(text);
  return [...byText]
    .map(([other, probability]) => ({ text: other, score: confidence * Math.min(1, probability / own) }))
    .filter(({ score }) => score >= LEAST_SCORE)
    .sort((a, b) => b.score - a.score)
    .slice(0, MOST_ALTERNATIVES);
}
