import type { OcrReading } from '../document.js';

/** A text and, where it was read from a picture, its readings. */
interface Printed {
  readonly text: string;
  readonly readings?: readonly OcrReading[];
}

/** A cell may be read otherwise by one character, or by this share of them. */
const MISREAD = 0.25;
/** What counts: these characters are never taken to be misread, since nothing else may tell two rows apart. */
const NUMERAL = /[\d一二三四五六七八九十百]/gu;

/**
 * By how many characters two texts differ, blanks aside, that may be the same words, read twice; `null` where they are not: text layers differ at
 * all, or pictures by more than a misread character here and there.
 */
export function misreadCharacters(one: Printed, other: Printed): number | null {
  const [a, b] = [one.text.replace(/\s/g, ''), other.text.replace(/\s/g, '')];
  if (a === b) return 0;
  if (one.readings === undefined && other.readings === undefined) return null;
  if (a.length < 2 || numerals(a) !== numerals(b)) return null;
  const differences = differencesOf(a, b);
  return differences <= Math.max(1, Math.floor(a.length * MISREAD)) ? differences : null;
}

function numerals(text: string): string {
  return (text.match(NUMERAL) ?? []).join('');
}

/** Characters that were exchanged, or the one that was lost or added; without limit where it is neither. */
function differencesOf(a: string, b: string): number {
  if (a.length === b.length) return [...a].filter((character, at) => character !== b[at]).length;
  if (Math.abs(a.length - b.length) > 1) return Number.POSITIVE_INFINITY;
  const [long, short] = a.length > b.length ? [a, b] : [b, a];
  for (let at = 0; at < long.length; at++) if (long.slice(0, at) + long.slice(at + 1) === short) return 1;
  return Number.POSITIVE_INFINITY;
}
