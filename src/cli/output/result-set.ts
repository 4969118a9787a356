import { UsageError } from '../../errors.js';
import { csvLines } from './csv.js';
import { jsonListPieces } from './json.js';
import { formatTable } from './table.js';

type Row = readonly (string | number | null)[];

/** Columns and rows as a database gives them, all at once or one by one. */
interface ResultSet {
  readonly columns: readonly string[];
  readonly rows: Iterable<Row>;
}

export const RESULT_FORMATS = ['table', 'csv', 'json'] as const;
export type ResultFormat = (typeof RESULT_FORMATS)[number];

/** Columns that hold numbers only stand right. All rows must be there: the widest value gives a column its width. */
function asTable(columns: readonly string[], rows: readonly Row[]): string {
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
function asJson(columns: readonly string[], rows: Iterable<Row>): Iterable<string> {
  const twice = columns.find((column, index) => columns.indexOf(column) !== index);
  if (twice !== undefined) {
    throw new UsageError(
      `two columns are called "${twice}"`,
      'Give one of them another name with AS, or use --format csv.',
    );
  }
  return jsonListPieces(asObjects(columns, rows));
}

function* asObjects(columns: readonly string[], rows: Iterable<Row>): Generator<unknown, void, undefined> {
  for (const row of rows) yield Object.fromEntries(columns.map((column, index) => [column, row[index] ?? null]));
}

/** A result set as text, CSV and JSON in pieces of a row each while the rows are found. `bom` concerns CSV only. */
export function resultSetPieces(
  { columns, rows }: ResultSet,
  format: ResultFormat,
  options: { readonly bom: boolean },
): Iterable<string> {
  switch (format) {
    case 'table':
      return [asTable(columns, [...rows])];
    case 'csv':
      return csvLines(columns, rows, options);
    case 'json':
      return asJson(columns, rows);
  }
}
