import { bandsOf } from './bands.js';
import { type AlignedLine, cellOf, type Span, wordsIn } from './line.js';

/** Texts side by side are parted by a blank strip at least so wide; a blank within a text is narrower. */
const STRIP = 2;
/** A dump shifts the beginning of a line by so many columns where the text before it is long. */
const SHIFT = 1;

/**
 * Two texts side by side as two texts: parted by the one wide strip that is blank in all lines, else where the lines of the right one
 * begin below each other. `heads`: the heads above them, which must stand on their sides. `null` where the border is not sure.
 */
export function splitAt(
  lines: readonly AlignedLine[],
  within: Span,
  heads: readonly [Span, Span] | null,
): readonly [string, string] | null {
  const fits = (border: number): boolean => heads === null || (middle(heads[0]) < border && middle(heads[1]) > border);
  const strips = blankStrips(lines, within).filter(({ right }) => fits(right));
  const [strip, ...others] = strips;
  if (strip !== undefined)
    return others.length > 0
      ? null
      : [
          cellOf(lines, { left: within.left, right: strip.left }).text,
          cellOf(lines, { left: strip.right, right: within.right }).text,
        ];
  return alignedSplit(lines, within, fits);
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

/** The one way to part the lines so that the right parts begin below each other, on two lines or more. */
function alignedSplit(
  lines: readonly AlignedLine[],
  within: Span,
  fits: (border: number) => boolean,
): readonly [string, string] | null {
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
  if (borders === undefined || others.length > 0) return null;
  const side = (of: (border: number) => Span): string =>
    lines.map((line, at) => cellOf([line], of(borders[at] ?? 0)).text).join('');
  return [
    side((border) => ({ left: within.left, right: border })),
    side((border) => ({ left: border, right: within.right })),
  ];
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
