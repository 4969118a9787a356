import { catalogue, entriesOf } from '../classify/catalogue.js';
import type { CodeScheme } from '../report.js';
import { editDistance } from './edit-distance.js';
import { bareForm, type Word, wordOf } from './lexicon.js';

/** Letters that engines read for digits. */
const DIGITS: Readonly<Record<string, string>> = {
  O: '0',
  o: '0',
  D: '0',
  I: '1',
  l: '1',
  '|': '1',
  Z: '2',
  S: '5',
  s: '5',
  B: '8',
};
const CODE_LIKE = /^[0-9OoDIl|ZSsB]{2,9}$/;

/** Scheme by the first digit of a code. */
const SCHEMES: Readonly<Record<string, CodeScheme>> = {
  '1': 'revenue',
  '2': 'functional',
  '3': 'department-economic',
  '5': 'government-economic',
};

/** The digits of a reading that may be a code; `null` for anything else. A point is no dirt: 2.31 is an amount, 231 is a code. */
export function codeDigits(text: string): string | null {
  const digits = digitsOf(text);
  return digits !== null && [3, 5, 7, 9].includes(digits.length) ? digits : null;
}

/** The digits of a code or of a part of one, letters that engines read for digits among them; `null` for anything else. */
export function digitsOf(text: string): string | null {
  const plain = text.normalize('NFKC').replace(/[\s'“”‘’]/gu, '');
  return CODE_LIKE.test(plain) ? [...plain].map((character) => DIGITS[character] ?? character).join('') : null;
}

/** The scheme of a code, by its first digit; `null` where no scheme begins so. */
export function schemeOf(code: string): CodeScheme | null {
  return SCHEMES[code.charAt(0)] ?? null;
}

/** The names that a code ever had; none for a code that the catalogue does not know. */
export function namesOfCode(code: string): readonly Word[] {
  const scheme = schemeOf(code);
  return scheme === null ? [] : entriesOf(scheme, code).map((entry) => wordOf(entry.name));
}

/**
 * The code that was printed where the one that was read is not in the catalogue: the only one of that name which differs
 * in one digit. `null` where none or several do.
 */
export function codeByName(code: string, name: string): string | null {
  const bare = bareForm(name);
  if (bare === '') return null;
  const found = new Set<string>();
  for (const scheme of Object.values(SCHEMES))
    for (const entry of catalogue(scheme))
      if (bareForm(entry.name) === bare && editDistance(code, entry.code, 1) === 1) found.add(entry.code);
  const [only] = found;
  return found.size === 1 && only !== undefined ? only : null;
}
