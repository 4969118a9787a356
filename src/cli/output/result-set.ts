import { UsageError } from '../../errors.js';
import { formatCsv } from './csv.js';
import { formatJson } from './json.js';
import { formatTable } from './table.js';

/** Columns and rows as a database gives them. */
export interface ResultSet {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly (string | number | null)[])[];
}

export const RESULT_FORMATS = ['table', 'csv', 'json'] as const;
export type ResultFormat = (typeof RESULT_FORMATS)[number];

/** Columns that hold numbers only stand right. */
function asTable({ columns, rows }: ResultSet): string {
  return formatTable(
    columns.map((header, index) => {
      const values = rows.map((row) => row[index] ?? null);
      const numeric = values.some((value) => value !== null) && values.every((value) => typeof value !== 'string');
      return { header, align: numeric ? 'right' : 'left' };
    }),
    rows.map((row) => row.map((value) => (value === null ? '' : String(value)))),
  );
}

/**
 * A list of objects, one a row.
 * @throws UsageError when two columns have one name: an object would silently lose one of them
 */
function asJson({ columns, rows }: ResultSet): string {
  const twice = columns.find((column, index) => columns.indexOf(column) !== index);
  if (twice !== undefined) {
    throw new UsageError(
      `two columns are called "${twice}"`,
      'Give one of them another name with AS, or use --format csv.',
    );
  }
  return formatJson(
    rows.map((row) => Object.fromEntries(columns.map((column, index) => [column, row[index] ?? null]))),
  );
}

/** A result set as text. `bom` concerns CSV only. Pure. */
export function formatResultSet(result: ResultSet, format: ResultFormat, options: { readonly bom: boolean }): string {
  switch (format) {
    case 'table':
      return asTable(result);
    case 'csv':
      return formatCsv(result.columns, result.rows, options);
    case 'json':
      return asJson(result);
  }
}
