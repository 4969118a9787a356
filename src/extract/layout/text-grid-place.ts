import type { GridRow, RowCell } from './text-grid-cells.js';
import type { ColumnKind, Piece } from './text-grid-pieces.js';

/** The columns of a table by kind, from left to right. */
export type Template = readonly ColumnKind[];

/** More possible places than this are not counted: two already make a row ambiguous. */
const ENOUGH = 2;

/** Columns where a panel begins: the first, and each code or label after a value. Tables have one to three panels. */
export function panelStarts(template: Template): number[] {
  return template.flatMap((kind, at) => (at === 0 || (kind !== 'value' && template[at - 1] === 'value') ? [at] : []));
}

/** Every way to put the pieces into columns of their kind without changing their order, up to `ENOUGH`. */
export function placesByKind(pieces: readonly Piece[], template: Template): number[][] {
  const found: number[][] = [];
  const place = (at: number, from: number, chosen: readonly number[]): void => {
    if (found.length >= ENOUGH) return;
    const piece = pieces[at];
    if (piece === undefined) {
      found.push([...chosen]);
      return;
    }
    const room = template.length - (pieces.length - at);
    for (let column = from; column <= room; column += 1) {
      if (template[column] === piece.kind) place(at + 1, column + 1, [...chosen, column]);
    }
  };
  place(0, 0, []);
  return found;
}

/**
 * The places that the blanks tell: tools that write one blank after each cell write one more for each empty cell, so
 * n leading blanks stand for n empty cells and a gap of n for n-1. A label may stand over the code columns before
 * its own (合计). `null` where a piece would come into a column of another kind.
 */
export function placesByBlanks(pieces: readonly Piece[], template: Template): number[] | null {
  const places: number[] = [];
  let next = 0;
  for (const [at, piece] of pieces.entries()) {
    next += at === 0 ? piece.gap : Math.max(0, piece.gap - 1);
    if (piece.kind === 'label') while (template[next] === 'code') next += 1;
    if (template[next] !== piece.kind) return null;
    places.push(next);
    next += 1;
  }
  return places;
}

/** What the blanks of the other rows and of this row's end say about empty cells. */
export interface BlankEvidence {
  /** Some row of the table has leading blanks that fit its empty cells: the tool marks empty cells. */
  readonly marksEmptyCells: boolean;
  /** Blanks at the end of the row's line. */
  readonly trailing: number;
}

/**
 * The columns of the pieces, or `null` when the dump does not tell them: a number is never put into a column by guess.
 * One possible place by kind and order is taken; among several only the one that the blanks tell, and then the empty
 * cells after the last piece must be marked too, or be whole panels of a table that marks empty cells elsewhere.
 */
export function placesOf(pieces: readonly Piece[], template: Template, evidence: BlankEvidence): number[] | null {
  const byKind = placesByKind(pieces, template);
  if (byKind.length < 2) return byKind[0] ?? null;
  const places = placesByBlanks(pieces, template);
  const last = places?.at(-1);
  if (places === null || last === undefined) return null;
  const missing = template.length - 1 - last;
  const marked = Math.max(0, evidence.trailing - 1) === missing;
  const wholePanels = evidence.marksEmptyCells && panelStarts(template).includes(last + 1);
  return marked || wholePanels ? places : null;
}

/**
 * 类 款 项 合计: the head of the code columns, printed on the line of the total. The single characters are the text of
 * the code cell, the rest is the label.
 */
function codeHead(piece: Piece): { code: string; label: string } | null {
  const label = piece.words.at(-1) ?? '';
  const heads = piece.words.slice(0, -1);
  if (heads.length < 2 || label.length < 2 || heads.some((word) => word.length > 1)) return null;
  return { code: heads.join(''), label };
}

/** The placed pieces as a row of the grid. */
export function rowOfPieces(
  pieces: readonly Piece[],
  places: readonly number[],
  template: Template,
  page: number,
): GridRow {
  const cells: RowCell[] = [];
  pieces.forEach((piece, at) => {
    const column = places[at] ?? 0;
    const previous = cells.at(-1);
    const free = previous === undefined ? 0 : previous.column + previous.span;
    const head = piece.kind === 'label' ? codeHead(piece) : null;
    const codeColumn = template.indexOf('code', free);
    if (head !== null && codeColumn >= 0 && codeColumn < column) {
      cells.push({ column: codeColumn, span: column - codeColumn, text: head.code, pages: piece.pages });
      cells.push({ column, span: 1, text: head.label, pages: piece.pages });
    } else {
      cells.push({ column, span: 1, text: piece.text, pages: piece.pages });
    }
  });
  return { cells, page };
}
