import { expect, test } from 'vitest';
import { namedQueries } from '../../../src/store/named-queries.js';
import { readSeedSql } from '../../../src/store/seed-sql.js';
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

/** An index that holds some rows only, so that going through it is going through these. */
const ONLY_SOME = / USING (COVERING )?INDEX (figure|quantity)_disputed$/;

/** Questions that start from few rows of another table, or from the reports with a name, found by an index: they read nothing in full. */
const BY_INDEX = new Set(['procurement-sme-share', 'three-public-trend']);

test('all fifteen questions start from the reports', () => {
  expect(FROM_REPORTS.length).toBeGreaterThanOrEqual(15);
});

test.each(FROM_REPORTS.map((query) => [query.name, query] as const))(
  '%s reads no table from end to end but the list of reports',
  (_, query) => {
    const values = query.parameters.map(({ name, type }) => [name, type === 'integer' ? 1 : '1'] as const);
    const { columns, rows } = temporaryStore().query(`EXPLAIN QUERY PLAN ${query.sql}`, Object.fromEntries(values));
    const full = rows.flatMap((row) => readInFull(String(row[columns.indexOf('detail')])) ?? []);
    expect(full.includes('report')).toBe(!BY_INDEX.has(query.name));
    const allowed = narrowed(query.sql);
    expect(full.filter((name) => !allowed.has(name) && name !== 'CONSTANT')).toEqual([]);
  },
);

test.each(namedQueries().map((query) => [query.name, query] as const))(
  '%s goes through no table of numbers from end to end, whatever it is asked with',
  (_, query) => {
    const store = temporaryStore();
    const [all, none] = [
      query.parameters.map(({ name, type }) => [name, type === 'integer' ? 1 : '1'] as const),
      query.parameters.map(({ name }) => [name, null] as const),
    ];
    for (const values of [all, none]) {
      const { columns, rows } = store.query(`EXPLAIN QUERY PLAN ${query.sql}`, Object.fromEntries(values));
      const details = rows.map((row) => String(row[columns.indexOf('detail')]));
      expect(details.length).toBeGreaterThan(0);
      const numbers = numberTables(query.sql);
      const own = narrowed(query.sql);
      const full = details.filter((detail) => {
        const name = readInFull(detail) ?? '';
        return numbers.has(name) && !own.has(name) && !ONLY_SOME.test(detail);
      });
      expect(full).toEqual([]);
    }
  },
);

/** The tables of numbers by every name that a query, or a view that it may ask, calls them. */
function numberTables(sql: string): ReadonlySet<string> {
  const named = [sql, ...readSeedSql('database/views').map((view) => view.sql)].flatMap((text) =>
    [...text.matchAll(/\b(?:FROM|JOIN)\s+(?:figure|quantity)\s+AS\s+(\w+)/g)].map(([, alias]) => alias ?? ''),
  );
  return new Set(['figure', 'quantity', ...named]);
}

test('a plan that begins with the places of all reports would be seen', () => {
  expect(readInFull('SEARCH place USING AUTOMATIC PARTIAL COVERING INDEX (ordinal=?)')).toBe('place');
  expect(readInFull('SCAN figure')).toBe('figure');
  expect(readInFull('SEARCH figure USING INTEGER PRIMARY KEY (rowid=?)')).toBeUndefined();
});
