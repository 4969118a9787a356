import type { PageLine } from './page-lines.js';

/** Lines are longest when they have so many characters: of those, the ones higher up on the page come first. */
const LONG = 24;
/** Shorter lines, in characters, may be anything: the rest of a stamp, a number of a page. */
const SHORTEST = 1.6;

/**
 * The longest lines of a page, to see by reading them which side is up: as many as it takes to come to so many `characters`, and no
 * more than `most`. Lines of a table count like those of prose: a page may hold nothing else.
 */
export function sampleLines(lines: readonly PageLine[], most: number, characters: number): readonly PageLine[] {
  const longest = lines
    .filter((line) => charactersOf(line) >= SHORTEST)
    .sort((a, b) => Math.min(charactersOf(b), LONG) - Math.min(charactersOf(a), LONG))
    .slice(0, most);
  let sum = 0;
  const last = longest.findIndex((line) => {
    sum += charactersOf(line);
    return sum >= characters;
  });
  return last < 0 ? longest : longest.slice(0, last + 1);
}

/** How many characters of its size a line has room for. */
function charactersOf({ box, size }: PageLine): number {
  return (box.right - box.left) / size;
}
