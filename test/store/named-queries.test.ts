import { describe, expect, test } from 'vitest';
import { UsageError } from '../../src/errors.js';
import { SeedError } from '../../src/normalize/seeds.js';
import { namedQueries, runNamed } from '../../src/store/named-queries.js';
import { parseNamedQuery } from '../../src/store/named-query-file.js';
import { aHash, aReport, aSection, aSmallReport } from '../support/report-factory.js';
import { IMPORT, temporaryStore } from '../support/temporary-store.js';

function aStore() {
  const store = temporaryStore();
  store.save(aSmallReport(), IMPORT);
  store.save(
    aReport({
      source: { ...aReport().source, sha256: aHash(2) },
      agency: { name: '上海市某局' },
      fiscalYear: 2024,
      sections: [aSection(0, '机关运行经费', ['100%的"基本支出"由财政拨款。'])],
    }),
    IMPORT,
  );
  return store;
}

/** A value for each required parameter. */
const REQUIRED: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  figures: { report: '1' },
  search: { text: '支出' },
};

describe.each(namedQueries().map((query) => [query.name, query] as const))('%s', (name, query) => {
  test('runs with what it requires, and with every parameter', () => {
    const store = aStore();
    const required = REQUIRED[name] ?? {};
    expect(runNamed(store, name, required).rows.length).toBeGreaterThanOrEqual(EMPTY.has(name) ? 0 : 1);
    const all = Object.fromEntries(
      query.parameters.map((parameter) => [parameter.name, parameter.type === 'integer' ? '1999' : '没有的词']),
    );
    // data: nothing has every one of these values.
    expect(runNamed(store, name, all).rows).toEqual([]);
  });

  test('declares exactly the parameters it uses', () => {
    const used = new Set([...query.sql.replaceAll(/--.*|'[^']*'/g, '').matchAll(/:([a-z]+)/g)].map(([, one]) => one));
    expect([...used].sort()).toEqual(query.parameters.map((parameter) => parameter.name).sort());
  });
});

/** Queries that find nothing in the two small reports; those of test/store/queries have their own. */
const EMPTY = new Set([
  'appropriations',
  'basic-expenditure-by-economic-class',
  'broken-year-chain',
  'carry-over-by-function',
  'cost-per-head',
  'downloads',
  'execution-scores',
  'general-budget-by-function',
  'growth-rates',
  'missed-targets',
  'outsourcing-share',
  'procurement-sme-share',
  'repaired',
  'revisions',
  'scanned-pages',
  'summary',
  'three-public',
  'three-public-over-budget',
  'three-public-trend',
  'uncovered-projects',
  'uniform-evaluations',
]);

describe('search', () => {
  const found = (text: string, more: Readonly<Record<string, string>> = {}) => {
    const { columns, rows } = runNamed(aStore(), 'search', { text, ...more });
    return rows.map((row) => ({ text: row[columns.indexOf('text')], page: row[columns.indexOf('page')] }));
  };

  test.each([
    ['three characters', '基本支', 2],
    ['two characters, too few for the index', '口径', 1],
    ['one character', '径', 1],
    ['a heading', '机关运行', 1],
    ['Latin letters in either case', 'gdp', 1],
    ['two Latin letters', 'gd', 1],
    ['quotation marks', '"基本支出"', 1],
    ['words of the query language', '基本 OR 支出', 0],
    ['wildcards as themselves', '1%的', 0],
    ['nothing such', '不存在的词', 0],
  ])('%s', (_, text, count) => {
    expect(found(text)).toHaveLength(count);
  });

  test('a hit is the paragraph with its page', () => {
    expect(found('口径', { year: '2023' })).toEqual([{ text: '基本支出298.24万元，GDP口径。', page: 2 }]);
    expect(found('口径', { year: '2024' })).toEqual([]);
    expect(found('基本支出', { agency: '上海' })).toHaveLength(1);
  });
});

test.each([
  ['by the beginning of a code', { text: '2080505', scheme: 'functional' }, '2080505'],
  ['by a part of the name', { text: '基本养老保险缴费', scheme: 'department-economic' }, '30108'],
])('codes %s', (_, parameters, code) => {
  const { columns, rows } = runNamed(aStore(), 'codes', parameters);
  expect(rows.map((row) => row[columns.indexOf('code')])).toContain(code);
});

test.each([
  ['an unknown query', 'nothing', {}, /there is no query "nothing"/],
  ['an unknown parameter', 'reports', { jahr: '2023' }, /no parameter "jahr"/],
  ['a missing parameter', 'figures', {}, /needs "report"/],
  ['an empty required parameter', 'search', { text: '' }, /needs "text"/],
  ['a word for a number', 'reports', { year: '二〇二三' }, /must be a whole number, found "二〇二三"/],
])('%s is refused', (_, name, parameters, message) => {
  const run = () => runNamed(aStore(), name, parameters);
  expect(run).toThrow(UsageError);
  expect(run).toThrow(message);
});

test.each([
  ['without a Chinese title', '-- title: A\nSELECT 1'],
  ['with a strange line in its head', '-- title: A\n-- titleZh: 甲\n-- parameter: year number optional Year\nSELECT 1'],
])('a query file %s is refused', (_, sql) => {
  expect(() => parseNamedQuery({ name: 'x', sql })).toThrow(SeedError);
});
