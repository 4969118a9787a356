import { expect, test } from 'vitest';
import { namedQueries } from '../../../src/store/named-queries.js';
import { temporaryStore } from '../../support/temporary-store.js';

/** The queries that start from the list of reports. */
const FROM_REPORTS = namedQueries().filter(({ sql }) => /\bv_report\b/.test(sql));

/** What a plan may read from end to end: the list of reports, and what the query itself has narrowed before. */
function mayScan(sql: string): RegExp {
  const own = [...sql.matchAll(/\b(\w+) AS \(\s*(?:--[^\n]*\s+)*SELECT/g)].map(([, name]) => name);
  const aliases = own.flatMap((name) =>
    [...sql.matchAll(new RegExp(`\\b${name} AS (\\w+)`, 'g'))].map(([, alias]) => alias),
  );
  return new RegExp(
    `^SCAN (report|part|\\(subquery-\\d+\\)|CONSTANT ROW|\\d+ CONSTANT ROWS|${[...own, ...aliases].join('|')})$`,
  );
}

test('all fifteen questions start from the reports', () => {
  expect(FROM_REPORTS.length).toBeGreaterThanOrEqual(15);
});

test.each(FROM_REPORTS.map((query) => [query.name, query] as const))(
  '%s reads no table from end to end',
  (_, query) => {
    const values = query.parameters.map(({ name, type }) => [name, type === 'integer' ? 1 : '1'] as const);
    const { columns, rows } = temporaryStore().query(`EXPLAIN QUERY PLAN ${query.sql}`, Object.fromEntries(values));
    const details = rows.map((row) => String(row[columns.indexOf('detail')]));
    expect(details.some((detail) => detail.startsWith('SCAN'))).toBe(true);
    expect(details.filter((detail) => detail.startsWith('SCAN') && !mayScan(query.sql).test(detail))).toEqual([]);
  },
);
