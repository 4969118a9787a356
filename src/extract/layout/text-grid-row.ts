import type { DumpLine } from '../text/pages.js';
import type { GridRow } from './text-grid-cells.js';
import { type LabelReading, type PagedToken, type Piece, piecesOf } from './text-grid-pieces.js';
import { panelStarts, placesByBlanks, placesOf, rowOfPieces, type Template } from './text-grid-place.js';
import { isProse, isValueLike, tokensOf } from './text-grid-tokens.js';

const READINGS: readonly LabelReading[] = ['split', 'joined'];

/** A row is printed on at most so many lines: the longest wrapped names seen take four. */
export const MOST_LINES_PER_ROW = 8;

interface JoinedLines {
  readonly tokens: readonly PagedToken[];
  readonly starts: ReadonlySet<number>;
  readonly trailing: number;
}

/** The tokens of lines that make one row. The indent of a continuation line says nothing about empty cells. */
function joined(lines: readonly DumpLine[]): JoinedLines {
  const tokens: PagedToken[] = [];
  const starts = new Set<number>();
  for (const line of lines) {
    tokensOf(line.text).forEach((token, at) => {
      const continues = at === 0 && tokens.length > 0;
      if (continues) starts.add(tokens.length);
      tokens.push({ ...token, gap: continues ? 1 : token.gap, page: line.page });
    });
  }
  const text = lines.at(-1)?.text ?? '';
  return { tokens, starts, trailing: text.length - text.trimEnd().length };
}

function readings(lines: readonly DumpLine[]): {
  readonly pieces: readonly (readonly Piece[])[];
  readonly trailing: number;
} {
  const { tokens, starts, trailing } = joined(lines);
  return { pieces: READINGS.map((reading) => piecesOf(tokens, starts, reading)), trailing };
}

function endsInValue(line: DumpLine): boolean {
  const last = tokensOf(line.text).at(-1);
  return last !== undefined && isValueLike(last.kind);
}

/** Has the line the form of a table row: a label somewhere, a value at the end, and no sentence? */
export function isRowLike(line: DumpLine): boolean {
  if (!endsInValue(line) || isProse(line.text)) return false;
  const kinds = readings([line]).pieces[0]?.map((piece) => piece.kind) ?? [];
  return kinds.includes('label') && kinds.at(-1) === 'value';
}

/** Does the row of this line go on below: does it end in a word, or in a code that waits for its name? */
export function isOpenEnded(line: DumpLine): boolean {
  const last = tokensOf(line.text).at(-1);
  return (
    last !== undefined && (last.kind === 'word' || (last.kind === 'integer' && /^\d{3}(\d\d){0,2}$/.test(last.text)))
  );
}

/** Does the tool mark empty cells? Some row's leading blanks then lead exactly to a row that is full to its end. */
export function marksEmptyCells(lines: readonly DumpLine[], template: Template): boolean {
  return lines.some((line) => {
    const pieces = readings([line]).pieces[0] ?? [];
    if ((pieces[0]?.gap ?? 0) === 0) return false;
    const places = placesByBlanks(pieces, template);
    return places?.at(-1) === template.length - 1 && panelStarts(template).includes(places[0] ?? 0);
  });
}

/** The lines as one row under the template, or `null` when they are no row or their columns cannot be told. */
export function rowOfLines(lines: readonly DumpLine[], template: Template, marks: boolean): GridRow | null {
  const { pieces, trailing } = readings(lines);
  for (const reading of pieces) {
    if (!reading.some((piece) => piece.kind === 'value')) continue;
    const places = placesOf(reading, template, { marksEmptyCells: marks, trailing });
    if (places !== null) return rowOfPieces(reading, places, template, lines[0]?.page ?? 1);
  }
  return null;
}

/** The form of the columns that most row-like lines fit; of equal ones that which more lines fill completely. */
export function templateOf(lines: readonly DumpLine[]): Template | null {
  const candidates = new Map<string, Template>();
  for (const line of lines) {
    for (const pieces of readings([line]).pieces) {
      const kinds = pieces.map((piece) => piece.kind);
      if (kinds.includes('label') && kinds.at(-1) === 'value') candidates.set(kinds.join(), kinds);
    }
  }
  let best: Template | null = null;
  let bestScore = 0;
  for (const template of candidates.values()) {
    const marks = marksEmptyCells(lines, template);
    const rows = lines.map((line) => rowOfLines([line], template, marks));
    const full = rows.filter((row) => row?.cells.length === template.length).length;
    // A full row weighs just enough to decide between forms that fit equally many rows.
    const score = rows.filter((row) => row !== null).length + full / (lines.length + 1);
    if (score > bestScore) [best, bestScore] = [template, score];
  }
  return best;
}
