import { z } from 'zod';
import { mayMatch } from '../text/required-words.js';
import { NUMBER } from './quantity.js';

/**
 * A printed count as the source of a regular expression, in the named group `number`: digits, or a Chinese numeral. It begins where no
 * letter, digit or sign of multiplication stands before (IPv6, 7*24, 2014-2024, 第3批 are no counts).
 */
const COUNT = `(?<![\\dA-Za-z.×*〔\\[/~第零〇一二两三四五六七八九十百千-])(?<number>${NUMBER}|[零〇一二两三四五六七八九十百千]+)`;

/** Words that may stand between a name and its number (共计0个, 为0辆). No word is made of others: there is one way to read each text. */
const LINK = '(?:共|合计|总计|累计|为|是|有|计|达到?|约|:)*';

/** A regular expression of counts, and whether a text has the words without which it cannot match. */
export interface FactPattern {
  readonly pattern: RegExp;
  readonly mayMatch: (text: string) => boolean;
}

/**
 * A regular expression in a seed file, compiled when a text first could match; `<数>` stands for a count (group `number`), `<连>` for the words between a name and
 * its number. A broken one is a fault of the seed, reported with its path.
 */
export const factPattern = z.string().transform((source, context): FactPattern => {
  try {
    const pattern = new RegExp(source.replaceAll('<数>', COUNT).replaceAll('<连>', LINK), 'dgu');
    return { pattern, mayMatch: mayMatch(pattern.source) };
  } catch (error) {
    context.addIssue({ code: 'custom', message: `a regular expression (${String(error)})` });
    return z.NEVER;
  }
});

/** Where a match found its number and unit, in the searched text. */
export interface CountMatch {
  readonly from: number;
  readonly to: number;
  readonly number: readonly [from: number, to: number];
  readonly unit: string;
  readonly groups: Readonly<Record<string, string | undefined>>;
}

/** All counts that a pattern of {@link factPattern} finds in a text. */
export function countMatches(text: string, { pattern, mayMatch: isWorthTrying }: FactPattern): readonly CountMatch[] {
  if (!isWorthTrying(text)) return [];
  return [...text.matchAll(pattern)].flatMap((match) => {
    const number = match.indices?.groups?.number;
    if (number === undefined) return [];
    return [
      {
        from: match.index,
        to: match.index + match[0].length,
        number,
        unit: match.groups?.unit ?? '',
        groups: match.groups ?? {},
      },
    ];
  });
}
