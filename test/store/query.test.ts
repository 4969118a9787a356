import { describe, expect, test } from 'vitest';
import { UsageError } from '../../src/errors.js';
import { aSmallReport, aToldReport } from '../support/report-factory.js';
import { IMPORT, temporaryStore } from '../support/temporary-store.js';

function aStore() {
  const store = temporaryStore();
  store.save(aSmallReport(), IMPORT);
  return store;
}

describe('refused', () => {
  test.each([
    ['a change', 'DELETE FROM figure'],
    ['a change behind WITH', 'WITH x AS (SELECT 1) DELETE FROM figure'],
    ['a change that returns rows', 'UPDATE figure SET amount_fen = 1 RETURNING id'],
    ['a change behind a comment', '-- SELECT\n/* SELECT */ DROP TABLE figure'],
    ['several statements', 'SELECT 1; DELETE FROM figure'],
    ['a pragma', 'PRAGMA query_only = OFF'],
    ['another database', "ATTACH ':memory:' AS other"],
    ['a transaction', 'BEGIN'],
    ['nothing', '  -- nothing'],
    ['a table that is not there', 'SELECT * FROM nowhere'],
    ['a mistake', 'SELECT FROM'],
    ['a value too many', 'SELECT 1'],
  ])('%s', (name, sql) => {
    const store = aStore();
    expect(() => store.query(sql, name === 'a value too many' ? [1] : [])).toThrow(UsageError);
    expect(store.query('SELECT count(*) FROM figure').rows).toEqual([[6]]);
  });

  test.each([
    ['a whole number beyond 2^53', 'SELECT 9007199254740993'],
    ['binary data', "SELECT x'00'"],
  ])('%s', (_, sql) => {
    expect(() => aStore().query(sql)).toThrow(UsageError);
  });
});

test('answers have the names of their columns, and rows in order', () => {
  const { columns, rows } = aStore().query('SELECT row_key AS 行, label FROM statement_row ORDER BY id');
  expect(columns).toEqual(['行', 'label']);
  expect(rows).toEqual([
    ['total', '合计'],
    ['208', '社会保障和就业支出'],
  ]);
});

test('an empty answer still names its columns', () => {
  expect(aStore().query('SELECT id AS a FROM report WHERE 0')).toEqual({ columns: ['a'], rows: [] });
});

test('columns of the same name are all there', () => {
  expect(aStore().query('SELECT 1 AS a, 2 AS a')).toEqual({ columns: ['a', 'a'], rows: [[1, 2]] });
});

test('values by position and by name', () => {
  const store = aStore();
  expect(store.query('SELECT ?, ?, ?', ['a', 2, null]).rows).toEqual([['a', 2, null]]);
  expect(store.query('SELECT :b, :a, :b', { a: 1.5, b: '中' }).rows).toEqual([['中', 1.5, '中']]);
});

test.each([
  [0, 0],
  [2, 2],
  [100, 6],
])('limit %i gives %i rows', (limit, count) => {
  const { columns, rows } = aStore().query('SELECT id FROM figure', [], limit);
  expect(columns).toEqual(['id']);
  expect(rows).toHaveLength(count);
});

test('checks and findings carry their figures as evidence', () => {
  const store = aStore();
  expect(store.checks(1)[0]).toMatchObject({
    id: 1,
    figures: ['0/0/total', '0/0/basic', '0/0/project'],
    evidence: [
      { label: '合计', header: 'total', printed: '2566.19', amountFen: 256_619_00_00, status: 'verified', page: 1 },
      { header: 'basic', box: { left: 72, top: 100, right: 540.25, bottom: 112.5 } },
      { header: 'project', status: 'disputed' },
    ],
  });
  expect(store.findings(1)).toMatchObject([
    { severity: 'error', figures: ['0/0/total'], evidence: [{ path: '0/0/total' }] },
    { severity: 'note', places: [], evidence: [] },
  ]);
  expect(() => store.checks(2)).toThrow(UsageError);
  expect(() => store.findings(2)).toThrow(UsageError);
});

test('numbers of the prose and of evaluations are evidence in the same order as figures', () => {
  const store = temporaryStore();
  store.save(aToldReport(), IMPORT);
  const expected = [
    { kind: 'figure', path: '0/0/total', statement: 'expenditure', measure: 'money', page: 1 },
    { kind: 'quantity', path: 'claim/0/amount', statement: '支出情况', label: '本年支出', header: 'amount', page: 2 },
    { path: 'fact/0', label: '在职人数', measure: 'count', unit: '个', decimal: '14', amountFen: null },
    { path: 'evaluation/0/indicators/0/score', statement: '示例项目', label: '次数', decimal: '9.5', page: 3 },
    { path: 'claim/0/percent', printed: '26.31', unit: '%', decimal: '26.31', amountFen: null },
  ];
  expect(store.checks(1).at(-1)).toMatchObject({ left: '26.31%', measure: 'percent', evidence: expected });
  expect(store.findings(1).at(-1)).toMatchObject({ diagnosis: 'wrong-base', evidence: expected });
  expect(store.findings(1).at(-1)?.figures).toEqual(aToldReport().findings.at(-1)?.figures);
});

test('the summary of a report counts pages, figures by status and findings by severity', () => {
  expect(aStore().reports()).toEqual([
    {
      id: 1,
      file: 'report.pdf',
      sha256: aSmallReport().source.sha256,
      agency: '泉州市大数据服务中心',
      kind: 'final-accounts',
      scope: 'unit',
      fiscalYear: 2023,
      region: '泉州市',
      pages: 3,
      pagesByOcr: 0,
      pagesOfLowQuality: 0,
      pagesUnread: 0,
      ocrEngines: null,
      isCurrent: 1,
      replaces: null,
      replacedBy: null,
      statements: 1,
      figures: 6,
      verified: 4,
      consistent: 0,
      unverified: 0,
      disputed: 2,
      repaired: 0,
      errors: 1,
      warnings: 0,
      notes: 1,
    },
  ]);
});
