import type { Grid } from '../document.js';
import type { DumpLine } from '../text/pages.js';
import { type GridRow, gridOfRows, wholeRow } from './text-grid-cells.js';
import type { Template } from './text-grid-place.js';
import {
  isOpenEnded,
  isRowLike,
  MOST_LINES_PER_ROW,
  marksEmptyCells,
  rowOfLines,
  templateOf,
} from './text-grid-row.js';
import { isProse, startsItem, tokenKind, tokensOf } from './text-grid-tokens.js';

/** A head of more lines than this is not the head of a table. The national form 06 takes 24 in a dump. */
const MOST_HEAD_LINES = 40;

/** So many lines without a readable row end a table: a repeated head is the longest thing inside one. */
const MOST_LINES_BETWEEN_ROWS = 30;

/** A table found in lines: it takes the place of the lines from the first of its head to `end`. */
export interface FlowTable {
  readonly grid: Grid;
  /** Index after the last line of the table, in the lines given. */
  readonly end: number;
}

const hasText = (line: DumpLine): boolean => line.text.trim() !== '' && !line.pageNumber;

/** Lines of a head as one cell over all columns; `|` between the original pieces. */
function headRow(lines: readonly DumpLine[], columns: number): GridRow {
  const words = lines.flatMap((line) => tokensOf(line.text).map((token) => token.text));
  return wholeRow(
    words.join('|'),
    lines.map((line) => line.page),
    columns,
  );
}

function unreadRow(line: DumpLine, columns: number): GridRow {
  return wholeRow(line.text.trim(), [line.page], columns);
}

function beginsRow(line: DumpLine): boolean {
  const first = tokensOf(line.text)[0];
  return first !== undefined && (tokenKind(first.text) === 'integer' || startsItem(first.text));
}

interface Reader {
  readonly lines: readonly DumpLine[];
  readonly template: Template;
  readonly marks: boolean;
}

/** The row that begins at a line, and how many lines it takes; `null` when none can be read there. */
function rowAt(reader: Reader, at: number): { readonly row: GridRow; readonly taken: number } | null {
  const { lines, template, marks } = reader;
  for (let taken = 1; taken <= MOST_LINES_PER_ROW && at + taken <= lines.length; taken += 1) {
    const part = lines.slice(at, at + taken);
    if (part.some((line) => isProse(line.text))) return null;
    const row = rowOfLines(part, template, marks);
    if (row !== null) return { row, taken };
    const last = part.at(-1);
    if (last === undefined || !isOpenEnded(last)) return null;
  }
  return null;
}

/** Puts the wrapped rest of a label back to its row: `null` when the row has several labels, so it may be any's. */
function withTail(row: GridRow | undefined, tail: readonly DumpLine[], template: Template): GridRow | null {
  if (row === undefined || template.filter((kind) => kind === 'label').length !== 1) return null;
  const column = template.indexOf('label');
  const text = tail.map((line) => line.text.trim()).join('');
  const label = row.cells.find((cell) => cell.column === column && cell.span === 1);
  if (label === undefined) return null;
  const pages = [...new Set([...label.pages, ...tail.map((line) => line.page)])];
  return {
    ...row,
    cells: row.cells.map((cell) => (cell === label ? { ...cell, text: cell.text + text, pages } : cell)),
  };
}

/** Lines between two readable rows: the rest of the label above, a head printed again, or rows that cannot be read. */
function rowsBetween(
  rows: readonly GridRow[],
  between: readonly DumpLine[],
  next: DumpLine | undefined,
  template: Template,
): GridRow[] {
  if (between.length === 0) return [...rows];
  if (between.some(isRowLike)) return [...rows, ...between.map((line) => unreadRow(line, template.length))];
  const samePage = between[0]?.page === rows.at(-1)?.page;
  const tailed = next !== undefined && beginsRow(next) && samePage ? withTail(rows.at(-1), between, template) : null;
  return tailed === null ? [...rows, headRow(between, template.length)] : [...rows.slice(0, -1), tailed];
}

function readRows(reader: Reader, from: number): { readonly rows: readonly GridRow[]; readonly end: number } {
  const { lines, template } = reader;
  let rows: GridRow[] = [];
  let end = from;
  let at = from;
  while (at < lines.length && at - end <= MOST_LINES_BETWEEN_ROWS) {
    const line = lines[at];
    if (line === undefined) break;
    const found = rowAt(reader, at);
    if (found !== null) {
      rows = [...rowsBetween(rows, lines.slice(end, at), line, template), found.row];
      at += found.taken;
      end = at;
    } else if (isProse(line.text)) break;
    else at += 1;
  }
  // Rows with amounts at the very end that cannot be read still belong to the table.
  while (end < lines.length) {
    const line = lines[end];
    if (line === undefined || !isRowLike(line) || !tokensOf(line.text).some((token) => token.kind === 'amount')) break;
    rows.push(unreadRow(line, template.length));
    end += 1;
  }
  return { rows, end };
}

/**
 * The table whose head begins with the first of the lines, in a dump that separates cells by single blanks; `null`
 * when no row follows. Lines up to the first row-like one are the head. `lines` end before the next caption.
 */
export function flowTable(lines: readonly DumpLine[]): FlowTable | null {
  const texts = lines.flatMap((line, index) => (hasText(line) ? [{ line, index }] : []));
  const solid = texts.map((entry) => entry.line);
  const first = solid.findIndex((line) => isRowLike(line) || isProse(line.text));
  const firstLine = solid[first];
  if (firstLine === undefined || first > MOST_HEAD_LINES || !isRowLike(firstLine)) return null;
  const prose = solid.findIndex((line, at) => at > first && isProse(line.text));
  const body = solid.slice(first, prose < 0 ? undefined : prose).filter(isRowLike);
  const template = templateOf(body);
  if (template === null) return null;
  const reader: Reader = { lines: solid, template, marks: marksEmptyCells(body, template) };
  const { rows, end } = readRows(reader, first);
  const lastTaken = texts[end - 1];
  if (rows.length === 0 || lastTaken === undefined) return null;
  const head = first === 0 ? [] : [headRow(solid.slice(0, first), template.length)];
  return { grid: gridOfRows([...head, ...rows], template.length), end: lastTaken.index + 1 };
}
