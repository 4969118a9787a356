import { expect, test } from 'vitest';
import { namedQueries } from '../../../src/store/named-queries.js';
import { temporaryStore } from '../../support/temporary-store.js';

/** The queries that start from the list of reports. */
const FROM_REPORTS = namedQueries().filter(({ sql }) => /\bv_report\b/.test(sql));

/** What a plan may read from end to end: the list of reports, and what the query itself has narrowed before. */
function narrowed(sql: string): ReadonlySet<string> {
  const own = [...sql.matchAll(/\b(\w+) AS (?:MATERIALIZED )?\(\s*(?:--[^\n]*\s+)*SELECT/g)].map(([, name]) => name);
  const aliases = own.flatMap((name) =>
    [...sql.matchAll(new RegExp(`\\b${name} AS (\\w+)`, 'g'))].map(([, alias]) => alias),
  );
  const lists = [...sql.matchAll(/UNION ALL SELECT '\w+'\) AS (\w+)/g)].map(([, name]) => name);
  return new Set(['report', ...own, ...aliases, ...lists].flatMap((name) => name ?? []));
}

/** Tables that a step of a plan reads in full: by a scan, or to build an index for this one question. */
function readInFull(detail: string): string | undefined {
  return /^SCAN (\w+)(?! CONSTANT)/.exec(detail)?.[1] ?? /^SEARCH (\w+) USING AUTOMATIC/.exec(detail)?.[1];
}

test('all fifteen questions start from the reports', () => {
  expect(FROM_REPORTS.length).toBeGreaterThanOrEqual(15);
});

test.each(FROM_REPORTS.map((query) => [query.name, query] as const))(
  '%s reads no table from end to end but the list of reports',
  (_, query) => {
    const values = query.parameters.map(({ name, type }) => [name, type === 'integer' ? 1 : '1'] as const);
    const { columns, rows } = temporaryStore().query(`EXPLAIN QUERY PLAN ${query.sql}`, Object.fromEntries(values));
    const full = rows.flatMap((row) => readInFull(String(row[columns.indexOf('detail')])) ?? []);
    expect(full).toContain('report');
    const allowed = narrowed(query.sql);
    expect(full.filter((name) => !allowed.has(name) && name !== 'CONSTANT')).toEqual([]);
  },
);

test('a plan that begins with the places of all reports would be seen', () => {
  expect(readInFull('SEARCH place USING AUTOMATIC PARTIAL COVERING INDEX (ordinal=?)')).toBe('place');
  expect(readInFull('SCAN figure')).toBe('figure');
  expect(readInFull('SEARCH figure USING INTEGER PRIMARY KEY (rowid=?)')).toBeUndefined();
});
