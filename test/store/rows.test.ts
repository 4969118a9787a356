import { expect, test } from 'vitest';
import { UsageError } from '../../src/errors.js';
import { namedQueries } from '../../src/store/named-queries.js';
import { storeOf } from '../support/questions.js';
import { aHash, aReport } from '../support/report-factory.js';

test('rows are found only when they are asked for', () => {
  const store = storeOf(aReport());
  // Without an end: whoever looked for all of its rows would never come back.
  const { columns, rows } = store.rows(
    'WITH RECURSIVE number (value) AS (SELECT 1 UNION ALL SELECT value + 1 FROM number) SELECT value FROM number',
  );
  const read: unknown[] = [];
  for (const row of rows) {
    read.push(row);
    if (read.length === 2) break;
  }
  expect([columns, read]).toEqual([['value'], [[1], [2]]]);
  expect(store.query('SELECT 1').rows).toEqual([[1]]);
});

test('what goes wrong while the rows are read is wrong use, too', () => {
  const store = storeOf(aReport());
  const { rows } = store.rows('SELECT 1 UNION ALL SELECT abs(-9223372036854775807 - 1)');
  expect(() => [...rows]).toThrow(UsageError);
});

test.each(['DELETE FROM report', 'SELECT nothing FROM report'])('%s is refused before any row', (sql) => {
  expect(() => storeOf(aReport()).rows(sql)).toThrow(UsageError);
});

test('the reports of some bytes only', () => {
  const store = storeOf(aReport(), aReport(), aReport());
  expect(store.reports([aHash(3), aHash(1), aHash(9)]).map(({ id }) => id)).toEqual([1, 3]);
  expect(store.reports([])).toEqual([]);
  expect(store.reports()).toHaveLength(3);
});

const LISTINGS = [
  'appropriations',
  'basic-expenditure-by-economic-class',
  'expenditure-by-function',
  'general-budget-by-function',
  'three-public',
];

test.each(LISTINGS)('%s sorts report by report, so that its beginning is there before its end', (name) => {
  const query = namedQueries().find((candidate) => candidate.name === name);
  const parameters = Object.fromEntries((query?.parameters ?? []).map((parameter) => [parameter.name, null]));
  const { columns, rows } = storeOf(aReport()).query(`EXPLAIN QUERY PLAN ${query?.sql}`, parameters);
  const steps = rows.map((row) => String(row[columns.indexOf('detail')]));
  expect(steps.filter((step) => step.includes('ORDER BY'))).toEqual(['USE TEMP B-TREE FOR LAST 2 TERMS OF ORDER BY']);
});
