import type { Store } from '../../src/store/store.js';
import type { VerifiedReport } from '../../src/verify/check.js';

type Row = Readonly<Record<string, string | number | null>>;

/** Rows of a query as records. */
export function records(store: Store, sql: string, ...parameters: readonly (string | number)[]): readonly Row[] {
  const { columns, rows } = store.query(sql, parameters);
  return rows.map((row) => Object.fromEntries(columns.map((column, at) => [column, row[at] ?? null])));
}

/** The report as the tables hold it, put together again: must equal what was saved. */
export function readBack(store: Store, id: number): VerifiedReport {
  const { id: _, ...report } = store.report(id);
  return report;
}
