import type { GridCell } from '../../extract/document.js';
import type { Place } from '../../extract/place.js';
import { resolveCode } from '../classify/resolve.js';
import { figureOf } from '../figures/figure.js';
import type { Unit } from '../figures/unit.js';
import type { ClassificationCode, CodeScheme, Figure, StatementRow } from '../report.js';
import { snapEdits } from '../scan/snap-document.js';
import { isTableNote } from '../segment/table-furniture.js';
import { labelForm } from '../text/full-width.js';
import { lookOf, looksGarbled, looksLikeCode } from './cell-form.js';
import type { NamedColumn } from './column-keys.js';
import type { ColumnBlock } from './columns.js';
import type { GridView } from './grid-view.js';
import type { HeaderRows } from './header.js';
import { type RowNamer, rowNamer } from './row-keys.js';
import { matchesAny, rowTemplates, type StatementTemplate } from './templates.js';

/** A block of columns with the names of its value columns. */
export interface NamedBlock {
  readonly block: ColumnBlock;
  readonly columns: readonly NamedColumn[];
}

/** A cell that should hold a number and does not. */
export interface UnreadCell {
  readonly row: StatementRow;
  readonly key: string;
  readonly reason: string;
}

export interface ReadRows {
  readonly rows: readonly StatementRow[];
  readonly unread: readonly UnreadCell[];
  /** Words in the table's body that say that it is empty (此表为空). */
  readonly emptyMark: boolean;
  /** Notes printed in a row of the grid (spreadsheets set 注：本表反映… below the last row, over all columns). */
  readonly notes: readonly string[];
}

/** What rows are read with. */
interface RowContext {
  readonly template: StatementTemplate | null;
  readonly unit: Unit;
  readonly fiscalYear: number | null;
}

/** One row of one block: a row of the statement, a note, a word that the table is empty, or nothing of its own (`null`). */
type ReadRow =
  | { readonly row: StatementRow; readonly unread: readonly UnreadCell[] }
  | { readonly note: string }
  | 'empty';

/** The rows of a statement, panel by panel, each with one figure for every value column, blank cells included. */
export function readRows(
  view: GridView,
  header: HeaderRows,
  blocks: readonly NamedBlock[],
  context: RowContext,
): ReadRows {
  const namer = rowNamer();
  const rows: StatementRow[] = [];
  const unread: UnreadCell[] = [];
  const preceding = new Map<NamedBlock, string>();
  const notes = new Set<string>();
  let emptyMark = false;
  for (let row = header.first; row < view.rows; row++) {
    if (header.numbering.has(row)) continue;
    for (const named of blocks) {
      const read = readRow(view, row, named, namer, preceding.get(named) ?? null, context);
      if (read === 'empty') emptyMark = true;
      else if (read && 'note' in read) notes.add(read.note);
      else if (read) {
        rows.push(read.row);
        unread.push(...read.unread);
        if (read.row.code !== null) preceding.set(named, read.row.code.code);
      }
    }
  }
  const order = { revenue: 0, expenditure: 1 };
  rows.sort((a, b) => (a.panel ? order[a.panel] : 0) - (b.panel ? order[b.panel] : 0));
  return { rows, unread, emptyMark, notes: [...notes] };
}

function readRow(
  view: GridView,
  row: number,
  named: NamedBlock,
  namer: RowNamer,
  preceding: string | null,
  context: RowContext,
): ReadRow | null {
  const { block } = named;
  const labels = labelCells(view, row, block);
  const values = named.columns.map((column) => ({ column, cell: valueCell(view, row, column.column, labels) }));
  const label = labelText(labels, block);
  const bare = values.every(({ cell }) => !cell?.text.trim());
  if (bare && matchesAny(rowTemplates().emptyMarks, labelForm(label))) return 'empty';
  if (values.every(({ cell }) => cell === null)) return coveredRow(labels, named, label, namer);
  const code = codeOf(view, row, block, label, context, preceding);
  if (bare && label === '' && code === null) return null;
  const read = values.map(({ column, cell }) => ({
    key: column.key,
    ...figureOf(cell ?? emptyCell(labels, view, row, column.column), context.unit),
  }));
  const figures: Record<string, Figure> = Object.fromEntries(read.map(({ key, figure }) => [key, figure]));
  const key =
    code && code.match !== 'unlikely'
      ? namer.codeKey(code.code, block.panel)
      : // A form without labels prints its one row of totals (支出预算总表 of Jiangsu, “三公” in its wide form).
        namer.key(labels.length === 0 ? '合计' : label, block.panel, context.template, context.fiscalYear);
  // A row without a label stands where its figures stand.
  const places = labels.length > 0 ? placesOf(labels) : Object.values(figures).flatMap((figure) => figure.places);
  const edits = snapEdits(labels);
  const built: StatementRow = {
    panel: block.panel,
    key,
    label,
    code,
    figures,
    places,
    ...(edits.length === 0 ? {} : { edits }),
  };
  const unread = read.flatMap(({ key, reason }) => (reason === null ? [] : [{ row: built, key, reason }]));
  return { row: built, unread };
}

/**
 * A row whose one cell covers the values too: a note, or a row that a text dump prints without telling its columns. The second is
 * kept with every figure unread, so that it never counts as zero. What is left heads a group of rows and holds no value.
 */
function coveredRow(labels: readonly GridCell[], named: NamedBlock, label: string, namer: RowNamer): ReadRow | null {
  if (isTableNote(label)) return { note: label };
  if (!printsNumber(label)) return null;
  const places = placesOf(labels);
  const unreadable: Figure = {
    printed: label,
    reading: 'unreadable',
    amount: null,
    edits: [],
    places,
    confidence: null,
    status: 'unverified',
  };
  const figures = Object.fromEntries(named.columns.map((column) => [column.key, unreadable]));
  const { panel } = named.block;
  const row: StatementRow = { panel, key: namer.key(label, panel, null, null), label, code: null, figures, places };
  return { row, unread: [{ row, key: named.columns[0]?.key ?? '', reason: 'nothing tells its columns' }] };
}

/** The distinct cells over the code and label columns of a block, whatever they print. */
function labelCells(view: GridView, row: number, block: ColumnBlock): GridCell[] {
  const cells = [...block.codes, ...block.labels].map((column) => view.at(row, column));
  return [...new Set(cells)];
}

/** The value cell of a column; `null` where the label's own cell covers it (当年支出小计 spans the columns between). */
function valueCell(view: GridView, row: number, column: number, labels: readonly GridCell[]): GridCell | null {
  const cell = view.at(row, column);
  if (labels.includes(cell) && cell.columnSpan > 1) return null;
  // A value that spans several rows or columns belongs to the first of them: it is printed once.
  if (cell.row === row && cell.column === column) return cell;
  return { ...cell, text: '', ...(cell.readings === undefined ? {} : { readings: [] }) };
}

/** A number that is neither a code nor a year. */
function printsNumber(text: string): boolean {
  return text
    .split(/\s+/)
    .some(
      (word) =>
        lookOf(word) === 'amount' ||
        looksGarbled(word) ||
        (lookOf(word) === 'integer' && !looksLikeCode(word) && !/^(19|20)\d{2}$/.test(labelForm(word))),
    );
}

function emptyCell(labels: readonly GridCell[], view: GridView, row: number, column: number): GridCell {
  return {
    row,
    column,
    rowSpan: 1,
    columnSpan: 1,
    text: '',
    places: labels[0]?.places ?? view.at(row, column).places,
    confidence: null,
  };
}

/**
 * Codes print digits; what else stands in the code and label columns is the label (a 合计 that spans them, 类 款 项 beside it).
 * Forms with a group and an entry in two columns (收入预算总表 of Jiangsu, procurement) give both, joined by '/'.
 */
function labelText(cells: readonly GridCell[], block: ColumnBlock): string {
  const { headMarks, headMarkPrefix } = rowTemplates();
  const isCode = (cell: GridCell): boolean =>
    block.codes.includes(cell.column) && /^\d{1,9}$/.test(labelForm(cell.text));
  const words = cells
    .filter((cell) => !isCode(cell))
    .map((cell) => cell.text.trim().replace(headMarkPrefix, ''))
    .filter((text) => text !== '' && !headMarks.includes(labelForm(text)));
  return words.join('/');
}

function codeOf(
  view: GridView,
  row: number,
  block: ColumnBlock,
  label: string,
  context: RowContext,
  preceding: string | null,
): ClassificationCode | null {
  const cells = [...new Set(block.codes.map((column) => view.at(row, column)))].map((cell) => cell.text.trim());
  const digits = cells.map((text) => (/\d/.test(labelForm(text)) && /^[\d\s]+$/.test(labelForm(text)) ? text : ''));
  const [first, ...others] = context.template?.codes ?? [];
  if (digits.every((text) => text === '')) return null;
  const schemes: readonly [CodeScheme, ...CodeScheme[]] = first
    ? [first, ...others]
    : ['functional', 'department-economic', 'government-economic'];
  return resolveCode({
    cells: digits,
    name: label === '' ? null : label,
    schemes,
    fiscalYear: context.fiscalYear,
    preceding,
  });
}

function placesOf(cells: readonly GridCell[]): Place[] {
  const printed = cells.filter((cell) => cell.text.trim() !== '');
  return (printed.length > 0 ? printed : cells.slice(0, 1)).flatMap((cell) => cell.places);
}
