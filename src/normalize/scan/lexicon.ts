import { z } from 'zod';
import { catalogue } from '../classify/catalogue.js';
import { evaluationWords } from '../evaluation/words.js';
import { readSeedTable } from '../seeds.js';
import { labelForm } from '../text/full-width.js';
import { editDistance } from './edit-distance.js';

/** A text that forms print. */
export interface Word {
  readonly text: string;
  /** Letters and digits only: what is compared. */
  readonly bare: string;
}

/** `title`: of a table. `form`: heads and labels of the forms' fixed rows. `name`: of a code. */
export type Lexicon = 'title' | 'form' | 'name';

const wordRow = z.object({ word: z.string().min(1), use: z.enum(['title', 'head', 'label']) });

const lexicons = new Map<Lexicon, ReadonlyMap<number, readonly Word[]>>();

/** The letters and digits of a label: marks are what engines invent and lose. */
export function bareForm(text: string): string {
  return labelForm(text).replace(/[^\p{L}\p{N}]/gu, '');
}

/** A word as the lexicons keep it. */
export function wordOf(text: string): Word {
  return { text, bare: bareForm(text) };
}

/**
 * The one word nearest to a text, at most `limit` characters away; `null` where there is none. `word` is `null` where another is as
 * near. Words of other texts that read the same count as one.
 */
export function nearestWord(
  bare: string,
  words: readonly Word[],
  limit: number,
): { word: Word | null; distance: number } | null {
  let best: { word: Word; distance: number } | null = null;
  let tied = false;
  for (const word of words) {
    const distance = editDistance(bare, word.bare, limit);
    if (distance > limit || (best !== null && distance > best.distance)) continue;
    if (best !== null && distance === best.distance) tied = tied || word.bare !== best.word.bare;
    else {
      best = { word, distance };
      tied = false;
    }
  }
  return best === null || !tied ? best : { word: null, distance: best.distance };
}

/** The words of a lexicon that are at most `limit` characters longer or shorter than a text. */
export function wordsNear(name: Lexicon, bare: string, limit: number): readonly Word[] {
  const byLength = lexicon(name);
  const words: Word[] = [];
  for (let length = bare.length - limit; length <= bare.length + limit; length++)
    words.push(...(byLength.get(length) ?? []));
  return words;
}

function lexicon(name: Lexicon): ReadonlyMap<number, readonly Word[]> {
  const known = lexicons.get(name);
  if (known !== undefined) return known;
  const byLength = new Map<number, Word[]>();
  const seen = new Set<string>();
  for (const text of textsOf(name)) {
    const word = wordOf(text);
    if (seen.has(word.bare)) continue;
    seen.add(word.bare);
    byLength.set(word.bare.length, [...(byLength.get(word.bare.length) ?? []), word]);
  }
  lexicons.set(name, byLength);
  return byLength;
}

function textsOf(name: Lexicon): readonly string[] {
  if (name === 'name') {
    const schemes = ['functional', 'department-economic', 'government-economic', 'revenue'] as const;
    return schemes.flatMap((scheme) => catalogue(scheme).map((entry) => entry.name));
  }
  const rows = readSeedTable('ocr/form-words.tsv', wordRow);
  // 其中: is read apart from the word behind it: that word is one too.
  const words = rows
    .filter(({ use }) => (use === 'title') === (name === 'title'))
    .flatMap(({ word }) => [word, word.replace(/^其中[:：]/u, '')]);
  return name === 'form' ? [...words, ...evaluationLabels()] : words;
}

/** Shorter labels of self-evaluation tables (得分, 分值) are near to too much. */
const LEAST_LABEL = 4;

/** What self-evaluation tables print in their heads and before their rows. */
function evaluationLabels(): readonly string[] {
  const { fields, passing, fundColumns, fundRows, goalColumns, indicatorColumns, totals, levels1, levels2 } =
    evaluationWords();
  const keyed = [fields, fundColumns, fundRows, goalColumns, indicatorColumns].flatMap((words) => [...words.keys()]);
  return [...keyed, ...passing, ...totals, ...levels1, ...levels2].filter((word) => word.length >= LEAST_LABEL);
}
