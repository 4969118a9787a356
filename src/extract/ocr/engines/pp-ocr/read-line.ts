import type { Alternative, LineKind, LineReading } from '../../engine.js';
import { alignLabels } from '../ctc/align.js';
import { type BeamText, likeliestTexts } from '../ctc/beam.js';
import { greedyLabels } from '../ctc/greedy.js';
import { alphabetOf, BLANK, type Probabilities, type TimeStep, timeSteps } from '../ctc/time-step.js';
import { isText, numberCharacter } from '../number-alphabet.js';
import { priorOfNumber, withoutSpecks } from '../number-form.js';
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
  const all = alphabetOf(labels.map((label, index) => ({ index, label })));
  const ofNumbers = alphabetOf(
    labels.flatMap((label, index) => {
      const character = label === BLANK ? BLANK : numberCharacter(label);
      return character === null ? [] : [{ index, label: character }];
    }),
  );
  return {
    read: (output, kind, width) => {
      const steps = timeSteps(output, all);
      const greedy = greedyLabels(steps);
      if (kind === 'text' || isText(alignLabels(steps, greedy))) return readText(steps, greedy, width);
      return readNumber(timeSteps(output, ofNumbers), width);
    },
  };
}

/** What a text with specks at its ends counts for the text without: they may be points after all. */
const SPECKS = 0.5;

/** A text without its outer blanks, the labels it was found with, its probability, and that times the prior. */
interface RatedText {
  readonly text: string;
  readonly labels: readonly string[];
  readonly probability: number;
  readonly rating: number;
}

/** The best path as text; what else the beam finds are its alternatives. */
function readText(steps: readonly TimeStep[], greedy: readonly string[], width: number): LineReading {
  const rated = rateTexts(likeliestTexts(steps, BEAM_WIDTH), () => 1);
  return reading(steps, greedy, rated, 1, width);
}

/**
 * The likeliest number. Its confidence is neither above its share among all numbers found (a doubtful digit may be left out by
 * the likeliest, which no character of it shows), nor above what the recogniser left, at the worst step, for characters of
 * numbers at all: where it saw something else, the number was forced upon the picture.
 */
function readNumber(steps: readonly TimeStep[], width: number): LineReading {
  const rated = rateNumbers(rateTexts(likeliestTexts(steps, BEAM_WIDTH), priorOfNumber));
  const [best] = rated;
  if (best === undefined) return { text: '', confidence: 0, characters: [], alternatives: [] };
  const share = best.rating / rated.reduce((sum, { probability }) => sum + probability, 0);
  const kept = steps.map((step) => step.reduce((sum, { probability }) => sum + probability, 0));
  return reading(steps, best.labels, rated, Math.min(1, share, ...kept), width);
}

/** Adds to each number what the texts with specks at its ends are worth, also where it was not found itself. */
function rateNumbers(rated: readonly RatedText[]): readonly RatedText[] {
  const byText = new Map(rated.map((text) => [text.text, text]));
  for (const { text, labels, probability } of rated) {
    const bare = withoutSpecks(text);
    if (bare === null) continue;
    const known = byText.get(bare) ?? { text: bare, labels: labelsWithout(labels), probability: 0, rating: 0 };
    byText.set(bare, { ...known, rating: known.rating + SPECKS * probability });
  }
  return [...byText.values()].sort((a, b) => b.rating - a.rating);
}

function labelsWithout(labels: readonly string[]): readonly string[] {
  const isInner = (label: string) => !'., '.includes(label);
  return labels.slice(labels.findIndex(isInner), labels.findLastIndex(isInner) + 1);
}

/** Texts that differ in their blanks only count as one, that of their likeliest; best rating first. */
function rateTexts(texts: readonly BeamText[], prior: (text: string) => number): readonly RatedText[] {
  const byText = new Map<string, RatedText>();
  for (const { labels, probability } of texts) {
    const text = plainText(labels);
    const known = byText.get(text);
    const sum = probability + (known?.probability ?? 0);
    byText.set(text, { text, labels: known?.labels ?? labels, probability: sum, rating: sum * prior(text) });
  }
  return [...byText.values()].sort((a, b) => b.rating - a.rating);
}

function plainText(labels: readonly string[]): string {
  return labels.join('').trim().replace(/ {2,}/g, ' ');
}

function reading(
  steps: readonly TimeStep[],
  labels: readonly string[],
  rated: readonly RatedText[],
  highest: number,
  width: number,
): LineReading {
  const text = plainText(labels);
  const placed = placeCharacters(alignLabels(steps, labels), steps.length, width);
  const characters = placed.filter((character) => character.text.trim() !== '');
  const lowest = characters.reduce((least, { confidence }) => Math.min(least, confidence), highest);
  const confidence = characters.length === 0 ? 0 : lowest;
  // Nothing seen has no confidence, but what may be there after all has its score.
  return { text, confidence, characters, alternatives: otherTexts(text, lowest, rated) };
}

/** Scores are the confidence of the reading times how much less likely the other text is. */
function otherTexts(text: string, confidence: number, rated: readonly RatedText[]): readonly Alternative[] {
  const own = rated.find((other) => other.text === text)?.rating ?? Number.MIN_VALUE;
  return rated
    .filter((other) => other.text !== text)
    .map((other) => ({ text: other.text, score: confidence * Math.min(1, other.rating / own) }))
    .filter(({ score }) => score >= LEAST_SCORE * confidence)
    .slice(0, MOST_ALTERNATIVES);
}
