import { evaluationWords, labelWord } from './words.js';

/** A piece of text between blanks or line ends, with what it came from. */
export interface Piece<Source> {
  readonly text: string;
  readonly source: Source;
}

/** The names at the beginning of a row: the levels that are printed there, and how many pieces they take. */
export interface Names {
  readonly level1: string | null;
  readonly level2: string | null;
  readonly pieces: number;
}

/** A second level that no list knows (安全效益指标), if it stands alone. */
const ANY_LEVEL = /^[\p{Script=Han}]{2,10}指标$/u;
/** A name of a level is wrapped over three lines at most. */
const WRAPS = 3;

/**
 * The names of the first and second level at the beginning of the pieces. A name ends where a piece ends, and may be wrapped over
 * several (服务对象满意度指 / 标). 成本指标 and 满意度指标 are names of both levels: of the first when a name of the second follows.
 */
export function namesAt(pieces: readonly Piece<unknown>[], from: number): Names | null {
  const { levels1, levels2 } = evaluationWords();
  const first = nameAt(pieces, from, (word) => levels1.has(word));
  const second = (at: number) =>
    nameAt(pieces, at, (word) => levels2.has(word)) ?? nameAt(pieces, at, (word) => ANY_LEVEL.test(word), 1);
  if (first !== null) {
    const below = second(from + first.pieces);
    if (below !== null) return { level1: first.name, level2: below.name, pieces: first.pieces + below.pieces };
    if (!levels2.has(labelWord(first.name))) return { level1: first.name, level2: null, pieces: first.pieces };
  }
  const alone = second(from);
  return alone === null ? null : { level1: null, level2: alone.name, pieces: alone.pieces };
}

function nameAt(
  pieces: readonly Piece<unknown>[],
  from: number,
  known: (word: string) => boolean,
  wraps = WRAPS,
): { readonly name: string; readonly pieces: number } | null {
  for (let count = Math.min(wraps, pieces.length - from); count > 0; count--) {
    const name = pieces
      .slice(from, from + count)
      .map(({ text }) => text)
      .join('');
    if (known(labelWord(name))) return { name, pieces: count };
  }
  return null;
}
