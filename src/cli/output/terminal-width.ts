/** Combining marks, joiners and control characters: no cell of their own. */
const NO_CELL = /[\p{Mn}\p{Me}\p{Cf}\p{Cc}]/gu;

/**
 * The East Asian wide and full-width blocks (UAX 11) and pictures: two cells. Blocks, not a table of single characters, for a table has
 * to be loaded at every start, and what this misses by is a blank in a table on the screen.
 */
const TWO_CELLS =
  /[\u1100-\u115F\u2E80-\u303E\u3041-\uA4CF\uA960-\uA97F\uAC00-\uD7A3\uF900-\uFAFF\uFE10-\uFE19\uFE30-\uFE6F\uFF01-\uFF60\uFFE0-\uFFE6\u{1F300}-\u{1F64F}\u{1F900}-\u{1F9FF}\u{20000}-\u{3FFFD}]/u;

const ASCII = /^[ -~]*$/;

/** How many cells of a terminal a text takes; an East Asian wide character takes two. No colours in it. */
export function terminalWidth(text: string): number {
  if (ASCII.test(text)) return text.length;
  let cells = 0;
  for (const character of text.replace(NO_CELL, '')) cells += TWO_CELLS.test(character) ? 2 : 1;
  return cells;
}
