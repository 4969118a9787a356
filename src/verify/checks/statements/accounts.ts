import type { Report } from '../../../normalize/report.js';
import type { Term } from '../../check.js';
import { codedRows } from '../../code-tree.js';
import { FUNDS } from '../../forms.js';
import { type Located, rowBy, rowsOf } from '../../terms.js';
import { AMOUNT, cellOf, isNil, TOTAL } from './cells.js';

/*
 * Where the amounts of the field stand in each form: 本年收入 of a final account is the row 本年收入合计, of a Shanghai budget, which
 * carries nothing forward, the grand total.
 */

/** A row of the revenue list of a two-sided statement. */
export function revenueRow(table: Located, keys: readonly string[], report: Report): Term | undefined {
  return cellOf(table, 'revenue', keys, AMOUNT, report);
}

/** A row of the expenditure list of a two-sided statement. */
export function expenditureRow(
  table: Located,
  keys: readonly string[],
  report: Report,
  columns: readonly string[] = AMOUNT,
): Term | undefined {
  return cellOf(table, 'expenditure', keys, columns, report);
}

/** A cell of the row 合计 of a table without panels. */
export function totalRow(table: Located, columns: readonly string[], report: Report): Term | undefined {
  return cellOf(table, null, TOTAL, columns, report);
}

/** 本年收入合计. Without that row the grand total, unless it holds more than the year. */
export function revenueOfYear(table: Located, report: Report): Term | undefined {
  const current = revenueRow(table, ['current-total'], report);
  if (current !== undefined) return current;
  const beyond = ['opening', 'use-nonfiscal-surplus', 'use-special-surplus'].map((key) =>
    revenueRow(table, [key], report),
  );
  return beyond.every((term) => term === undefined || isNil(term))
    ? revenueRow(table, ['grand-total'], report)
    : undefined;
}

/** 本年支出合计. Without that row the grand total, unless it holds more than the year. */
export function expenditureOfYear(
  table: Located,
  report: Report,
  columns: readonly string[] = AMOUNT,
): Term | undefined {
  const current = expenditureRow(table, ['current-total'], report, columns);
  if (current !== undefined) return current;
  const beyond = ['closing', 'surplus-distribution', 'carried-forward'].map((key) =>
    expenditureRow(table, [key], report, columns),
  );
  return beyond.every((term) => term === undefined || isNil(term))
    ? expenditureRow(table, ['grand-total'], report, columns)
    : undefined;
}

/** One fund of the revenue list, also where it stands below the line 财政拨款. */
export function fundRevenue(table: Located, fund: string, report: Report): Term | undefined {
  return revenueRow(table, [fund, `fiscal-${fund}`], report);
}

/** 财政拨款收入 of the year: its own line, or the funds. */
export function fiscalRevenue(table: Located, report: Report): readonly Term[] {
  const line = revenueRow(table, ['fiscal'], report);
  if (line !== undefined) return [line];
  if (fundRevenue(table, 'general-budget', report) === undefined) return [];
  return FUNDS.flatMap((fund) => fundRevenue(table, fund, report) ?? []);
}

/** Whether a revenue statement is one list of sources with subtotals (Jiangsu), and not a table with a column for each source. */
function isSourceList(table: Located): boolean {
  const lines = rowsOf(table, null);
  return codedRows(lines).length === 0 && rowBy(lines, 'general-budget') !== undefined;
}

/** A source in the revenue statement: a column of its row 合计, or a row of a list of sources. */
export function listedSource(table: Located, source: string, report: Report): Term | undefined {
  return isSourceList(table) ? cellOf(table, null, [source], AMOUNT, report) : totalRow(table, [source], report);
}

/** Whether the total of a revenue statement also holds what was brought forward. */
export function includesOpening(table: Located): boolean {
  if (isSourceList(table)) return rowBy(rowsOf(table, null), 'opening') !== undefined;
  return table.statement.columns.some(({ key }) => key === 'opening' || key.startsWith('opening-'));
}

/** 财政拨款收入 in the revenue statement: its own column, or the funds. */
export function listedFiscal(table: Located, report: Report): readonly Term[] {
  const own = listedSource(table, 'fiscal', report);
  if (own !== undefined) return [own];
  if (listedSource(table, 'general-budget', report) === undefined) return [];
  return FUNDS.flatMap((fund) => listedSource(table, fund, report) ?? []);
}
