import { isValueLike, startsItem, type Token } from './text-grid-tokens.js';

/** What a column holds, by form: a code before a label, the label, a value after it. */
export type ColumnKind = 'code' | 'label' | 'value';

/** A token of a line that may have been joined from several lines, with the page it stands on. */
export interface PagedToken extends Token {
  readonly page: number;
}

/** The text of one cell, with the blanks before it. */
export interface Piece {
  readonly kind: ColumnKind;
  readonly words: readonly string[];
  readonly text: string;
  readonly gap: number;
  readonly pages: readonly number[];
}

/** Do words with a wide gap, or words that begin a list item, begin a new label (`split`), or go on (`joined`)? */
export type LabelReading = 'split' | 'joined';

/** A running number or a code of up to seven digits, at the start of a row. */
const FIRST_CODE = /^[1-9]\d{0,6}$/;
/** A class (3 digits), a section (5) or an item (7): safe to see after a value, and alone at the end of a line. */
const FULL_CODE = /^[1-9]\d{2}(\d\d){0,2}$/;
/** A section or an item in a cell of its own. */
const PART_OF_CODE = /^\d{1,2}$/;

/** Is the whole number at `at` a code? It is when a name follows it, maybe after the other cells of a split code. */
function isCode(tokens: readonly PagedToken[], at: number, previous: ColumnKind | null): boolean {
  const token = tokens[at];
  if (token?.kind !== 'integer' || previous === 'label') return false;
  const form = previous === null ? FIRST_CODE : previous === 'value' ? FULL_CODE : PART_OF_CODE;
  if (!form.test(token.text)) return false;
  const next = tokens[at + 1];
  if (next === undefined) return previous === null && FULL_CODE.test(token.text);
  return next.kind === 'word' || isCode(tokens, at + 1, 'code');
}

function piece(kind: ColumnKind, token: PagedToken): Piece {
  return { kind, words: [token.text], text: token.text, gap: token.gap, pages: [token.page] };
}

/** A word goes on in the same cell with a blank, unless a line break separated the two: wraps join without one. */
function extended(label: Piece, token: PagedToken, wrapped: boolean): Piece {
  return {
    ...label,
    words: [...label.words, token.text],
    text: `${label.text}${wrapped ? '' : ' '}${token.text}`,
    pages: [...new Set([...label.pages, token.page])],
  };
}

/**
 * The cells that a line seems to hold, from left to right. `lineStarts`: indexes of the tokens that begin a line,
 * when several lines were joined.
 */
export function piecesOf(
  tokens: readonly PagedToken[],
  lineStarts: ReadonlySet<number>,
  reading: LabelReading,
): Piece[] {
  const pieces: Piece[] = [];
  tokens.forEach((token, at) => {
    const last = pieces.at(-1);
    const wrapped = lineStarts.has(at);
    if (!isValueLike(token.kind)) {
      const breaks = reading === 'split' && !wrapped && (token.gap > 1 || startsItem(token.text));
      if (last?.kind === 'label' && !breaks) pieces[pieces.length - 1] = extended(last, token, wrapped);
      else pieces.push(piece('label', token));
      return;
    }
    pieces.push(piece(isCode(tokens, at, last?.kind ?? null) ? 'code' : 'value', token));
  });
  return pieces;
}
