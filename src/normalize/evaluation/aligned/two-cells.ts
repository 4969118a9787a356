import { bandsOf } from './bands.js';
import { type AlignedLine, joinedTexts, type Span, textIn, wordsIn } from './line.js';
import { wrappedTexts } from './wrapped-column.js';

/** Texts side by side are parted by a blank strip at least so wide; a blank within a text is narrower. */
const STRIP = 2;
/** A dump shifts the beginning of a line by so many columns where the text before it is long. */
const SHIFT = 1;

/**
 * Two texts side by side as two texts: parted by the one wide strip that is blank in all lines, else where the lines of the right one
 * begin below each other. `heads`: the heads above them, which must stand on their sides. Both must then read like wrapped texts: a dump
 * of narrow columns moves a part of one text to the other. `null` where the border is not sure.
 */
export function splitAt(
  lines: readonly AlignedLine[],
  within: Span,
  heads: readonly [Span, Span] | null,
): readonly [string, string] | null {
  const fits = (border: number): boolean => heads === null || (middle(heads[0]) < border && middle(heads[1]) > border);
  const strips = blankStrips(lines, within).filter(({ right }) => fits(right));
  const [strip] = strips;
  const borders = strip === undefined ? alignedBorders(lines, within, fits) : lines.map(() => strip.right);
  if (borders === null || strips.length > 1) return null;
  const left = lines.map((line, at) => textIn(line, { left: within.left, right: borders[at] ?? within.left }));
  const right = lines.map((line, at) => textIn(line, { left: borders[at] ?? within.left, right: within.right }));
  if (!isWrapped(left) || !isWrapped(right) || hasMixed(left, right) || hasMixed(right, left)) return null;
  return areTorn(left, right) ? null : [joinedTexts(left), joinedTexts(right)];
}

/** Whether a character stands alone at the border of two texts: then a dump may have moved it from one to the other. */
export function areTorn(left: readonly string[], right: readonly string[]): boolean {
  // After a number a character is its unit.
  const ends = left.some((text) => /\p{Script=Han} \p{Script=Han}$/u.test(text));
  return ends || right.some((text) => /^\p{Script=Han} \p{Script=Han}/u.test(text));
}

/** Each line but the last is full, or ends as an item of a list may. */
function isWrapped(texts: readonly string[]): boolean {
  const { lines, goesOn } = wrappedTexts(texts);
  return lines.slice(1).every((line, at) => goesOn(lines[at] ?? line, line) !== null);
}

/**
 * Whether a line prints one text only, with a blank in it, among or beside the lines of the other: a part of that may stand in it. Not
 * where the lines of the two texts stand between each other all through.
 */
function hasMixed(texts: readonly string[], others: readonly string[]): boolean {
  if (!texts.some((text, at) => text !== '' && others[at] !== '')) return false;
  const printed = others.flatMap((text, at) => (text === '' ? [] : [at]));
  const [first = 0, last = 0] = [printed[0], printed.at(-1)];
  return texts.some((text, at) => text.includes(' ') && others[at] === '' && at >= first - 1 && at <= last + 1);
}

function middle({ left, right }: Span): number {
  return (left + right) / 2;
}

function blankStrips(lines: readonly AlignedLine[], within: Span): readonly Span[] {
  const bands = bandsOf(lines.flatMap((line) => wordsIn(line, within)));
  return bands.slice(1).flatMap((band, at) => {
    const left = bands[at]?.right ?? band.left;
    return band.left - left >= STRIP ? [{ left, right: band.left }] : [];
  });
}

/** Where the right parts begin in the one way to part the lines so that they begin below each other, on two lines or more. */
function alignedBorders(
  lines: readonly AlignedLine[],
  within: Span,
  fits: (border: number) => boolean,
): readonly number[] | null {
  const ways = new Map<string, readonly number[]>();
  const starts = new Set(lines.flatMap((line) => wordsIn(line, within).map(({ left }) => left)));
  for (const start of starts) {
    if (!fits(start)) continue;
    const borders = lines.map((line) => borderNear(line, within, start));
    const parted = lines.filter((line, at) => wordsIn(line, within).some(({ left }) => left === borders[at]));
    const both = lines.filter((line, at) => wordsIn(line, within).some(({ right }) => right <= (borders[at] ?? 0)));
    if (borders.every((border) => border !== null) && parted.length > 1 && both.length > 0) {
      const sure = borders.flatMap((border) => border ?? []);
      ways.set(splitKey(lines, sure, within), sure);
    }
  }
  const [borders, ...others] = ways.values();
  return borders !== undefined && others.length === 0 ? borders : null;
}

/** Where the right part of a line begins, near a column; `null` where a word crosses it. */
function borderNear(line: AlignedLine, within: Span, start: number): number | null {
  const words = wordsIn(line, within);
  const beginning = words.find(({ left }) => Math.abs(left - start) <= SHIFT);
  if (beginning !== undefined) return beginning.left;
  return words.some(({ left, right }) => left < start && right > start) ? null : start;
}

function splitKey(lines: readonly AlignedLine[], borders: readonly number[], within: Span): string {
  return lines.map((line, at) => wordsIn(line, within).filter(({ left }) => left < (borders[at] ?? 0)).length).join();
}
