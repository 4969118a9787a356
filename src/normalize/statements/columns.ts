import type { Panel } from '../report.js';
import { labelForm } from '../text/full-width.js';
import { isNumberingRow, lookOf, looksGarbled, looksLikeCode, saysNoValue } from './cell-form.js';
import type { GridView } from './grid-view.js';
import type { HeaderRows } from './header.js';
import { columnTemplates, matchesAny, rowTemplates } from './templates.js';

/** `covered`: below the header every cell of the column begins in the value column on its left (a rule that parts the header only). */
export type ColumnRole = 'code' | 'label' | 'line-number' | 'value' | 'covered';

export interface ColumnHead {
  readonly column: number;
  /** Header cells above the column from top to leaf, in label form, each once, empty ones left out. */
  readonly path: readonly string[];
  /** The same as printed. */
  readonly printed: string;
  readonly role: ColumnRole;
}

/** Columns that belong together: codes and labels, and the values to their right. Forms set two or three blocks side by side. */
export interface ColumnBlock {
  readonly panel: Panel | null;
  readonly codes: readonly number[];
  readonly labels: readonly number[];
  readonly values: readonly number[];
}

/** The heads of all columns with what each column holds, judged by its content first and its head second. */
export function columnHeads(view: GridView, header: HeaderRows): ColumnHead[] {
  const heads: ColumnHead[] = [];
  for (let column = 0; column < view.columns; column++) {
    const { path, printed } = pathOf(view, header, column);
    const role = isCovered(view, header, column, heads) ? 'covered' : roleOf(view, header, column, path);
    heads.push({ column, path, printed, role });
  }
  return heads.map((head, index) =>
    head.role === 'value' && isCodePart(view, header, heads, index) ? { ...head, role: 'code' } : head,
  );
}

/** 款 or 项 whose head was lost (nothing is ruled): one or two digits in every cell, between a code and the names. No amount stands there. */
function isCodePart(view: GridView, header: HeaderRows, heads: readonly ColumnHead[], index: number): boolean {
  if (heads[index - 1]?.role !== 'code' || heads[index + 1]?.role !== 'label') return false;
  const printed: string[] = [];
  for (let row = header.first; row < view.rows; row++) {
    const cell = view.at(row, index);
    if (cell.column === index && cell.columnSpan === 1 && cell.text.trim() !== '') printed.push(labelForm(cell.text));
  }
  return printed.length > 0 && printed.every((text) => /^(\d{1,2}|[类款项])$/.test(text));
}

function isCovered(view: GridView, header: HeaderRows, column: number, before: readonly ColumnHead[]): boolean {
  if (header.first >= view.rows) return false;
  for (let row = header.first; row < view.rows; row++) {
    const begins = view.at(row, column).column;
    const role = before[begins]?.role;
    if (begins === column || (role !== 'value' && role !== 'covered')) return false;
  }
  return true;
}

function pathOf(view: GridView, header: HeaderRows, column: number): { path: string[]; printed: string } {
  const texts: string[] = [];
  let last: unknown;
  for (let row = 0; row < header.first; row++) {
    const cell = view.at(row, column);
    if (cell === last || cell.text.trim() === '' || header.numbering.has(row)) continue;
    // A row that joins all columns is the joined head of a text dump or heads a group of rows: no head of one column.
    if (cell.columnSpan === view.columns && view.columns > 2) continue;
    last = cell;
    texts.push(cell.text.trim());
  }
  const { codeHeads, labelHeads } = columnTemplates();
  const above = labelForm(texts.at(-2) ?? '');
  // In some forms the 合计 row doubles as the last level of the header (blank template of Shanghai 2024): over codes and labels it is no head.
  if (
    rowTemplates().totals.includes(labelForm(texts.at(-1) ?? '')) &&
    (matchesAny(codeHeads, above) || matchesAny(labelHeads, above))
  )
    texts.pop();
  return { path: texts.map(labelForm), printed: texts.join('/') };
}

function roleOf(view: GridView, header: HeaderRows, column: number, path: readonly string[]): ColumnRole {
  const { codeHeads, lineNumberHeads, labelHeads } = columnTemplates();
  const leaf = path.at(-1) ?? '';
  const own: string[] = [];
  for (let row = header.first; row < view.rows; row++) {
    const cell = view.at(row, column);
    if (cell.row === row && cell.column === column && cell.columnSpan === 1) own.push(cell.text);
  }
  const marks = rowTemplates().headMarks;
  const forms = own.map(labelForm);
  const printed = forms.filter((text) => text !== '' && !marks.includes(text) && !saysNoValue(text));
  const looks = printed.map((text) => (looksGarbled(text) ? 'amount' : lookOf(text)));
  const count = (look: string): number => looks.filter((one) => one === look).length;
  // A column with an amount in it is no column of line numbers, whatever its head says: nothing printed may vanish.
  if (count('amount') === 0 && (matchesAny(lineNumberHeads, leaf) || isNumberingColumn(printed))) return 'line-number';
  // 类 款 项 may stand in the first row of data, beside 合计, below a head of any words.
  const marked = forms.some((text) => matchesAny(codeHeads, text));
  if (matchesAny(columnTemplates().agencyCodeHeads, leaf)) return 'label';
  if ((marked || matchesAny(codeHeads, leaf)) && count('amount') === 0) return 'code';
  if (count('text') > count('amount') + count('integer')) return 'label';
  if (count('amount') > 0) return 'value';
  if (count('integer') > 0) {
    const codes = printed.filter(looksLikeCode).length;
    // Headless (text dump): several codes, or one with its name on the right.
    const isCode = leaf === '' && codes === printed.length && (codes > 1 || printsWords(view, header, column + 1));
    return isCode ? 'code' : 'value';
  }
  return matchesAny(labelHeads, leaf) ? 'label' : 'value';
}

function printsWords(view: GridView, header: HeaderRows, column: number): boolean {
  if (column >= view.columns) return false;
  for (let row = header.first; row < view.rows; row++) if (lookOf(view.at(row, column).text) === 'text') return true;
  return false;
}

/** 行次 without its head: 1, 2, 3 … down the column. */
function isNumberingColumn(printed: readonly string[]): boolean {
  return printed.length >= 4 && isNumberingRow(printed);
}

/** Divides the columns into blocks: a code or label column after a value column begins a new one. */
export function columnBlocks(heads: readonly ColumnHead[], sided: boolean): ColumnBlock[] {
  const blocks: { codes: number[]; labels: number[]; values: number[]; top: string }[] = [];
  for (const head of heads) {
    let block = blocks.at(-1);
    const opens = head.role === 'code' || head.role === 'label';
    if (!block || (opens && block.values.length > 0)) {
      block = { codes: [], labels: [], values: [], top: head.path[0] ?? '' };
      blocks.push(block);
    }
    if (head.role === 'code') block.codes.push(head.column);
    else if (head.role === 'label') block.labels.push(head.column);
    else if (head.role === 'value') block.values.push(head.column);
  }
  const kept = blocks.filter((block) => block.values.length > 0);
  return kept.map((block, index) => ({
    panel: sided ? panelOf(block.top, index) : null,
    codes: block.codes,
    labels: block.labels,
    values: block.values,
  }));
}

/** By the head 收入 or 支出 over the block; without such a head the first block is revenue and the rest is expenditure. */
function panelOf(top: string, index: number): Panel {
  if (/收入/.test(top) && !/支出/.test(top)) return 'revenue';
  if (/支出/.test(top) && !/收入/.test(top)) return 'expenditure';
  return index === 0 ? 'revenue' : 'expenditure';
}
