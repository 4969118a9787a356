import { z } from 'zod';
import { readSeedJson } from '../seeds.js';
import { withPairedQuotes } from './paired-quotes.js';

const seedSchema = z.object({
  rings: z.string().min(1),
  counted: z.array(z.string().min(1)).min(1),
  numeralsBeside: z.string().min(1),
  degrees: z.string().min(1),
  speckAtEnd: z.string().min(1),
  dashesForOne: z.string().min(1),
});

interface Patterns {
  readonly ring: RegExp;
  readonly degree: RegExp;
  readonly speckAtEnd: RegExp;
  readonly bracketedOne: RegExp;
  readonly leadingOne: RegExp;
}

/** Marks that end or part something, of which an engine sees some in the dirt before a line. */
const STRAY = /^[\s，。；：、,.;:·!！?？’”)）|｜丨」』]+/u;
const FULL_POINT = /(?<=\d)．/gu;

/** A line of running text of a scan as it reads after {@link cleanedProse}, and whether a quotation is open at its end. */
export interface CleanedLine {
  readonly text: string;
  readonly quoteOpen: boolean;
}

/**
 * The text of a line with marks and zeros as a report prints them, where what was read can be nothing else (seeds/ocr/prose.json). No digit
 * becomes another one. `next` is the line below: a measure word may have been wrapped.
 * @param quoteOpen whether a quotation is open at the end of the line above
 */
export function cleanedProse(read: string, next: string, quoteOpen: boolean): CleanedLine {
  const patterns = prosePatterns();
  const plain = read
    .replace(STRAY, '')
    .replace(patterns.bracketedOne, '（一）')
    .replace(patterns.leadingOne, '一、')
    .replace(FULL_POINT, '.')
    .replace(patterns.degree, '%')
    .replace(patterns.speckAtEnd, '');
  const withNext = `${plain}${next.trimStart().slice(0, 2)}`;
  const zeros = withNext.replace(patterns.ring, '0').slice(0, plain.length);
  return withPairedQuotes(zeros, quoteOpen);
}

let known: Patterns | null = null;

function prosePatterns(): Patterns {
  known ??= compiled(readSeedJson('ocr/prose.json', seedSchema));
  return known;
}

function compiled({
  rings,
  counted,
  numeralsBeside,
  degrees,
  speckAtEnd,
  dashesForOne,
}: z.infer<typeof seedSchema>): Patterns {
  return {
    ring: new RegExp(`(?<![${numeralsBeside}A-Za-z\\d.])[${rings}](?=${counted.join('|')})`, 'gu'),
    degree: new RegExp(`(?<=\\d)[${degrees}](?!\\s*[CＣ\\d′'])`, 'gu'),
    speckAtEnd: new RegExp(`(?<=^[^‘’']*[\\p{Script=Han}、，])${speckAtEnd}\\s*$`, 'u'),
    bracketedOne: new RegExp(`^\\s*[(（][${dashesForOne}][)）]`, 'u'),
    leadingOne: new RegExp(`^\\s*[${dashesForOne}]、`, 'u'),
  };
}
