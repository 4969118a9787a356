import { beforeAll, describe, expect, test } from 'vitest';
import { readReport } from '../../../src/pipeline.js';
import type { VerifiedReport } from '../../../src/verify/check.js';
import { ask, only, storeOf } from '../../support/questions.js';

/** The answers that the field's specification gives for the report of 泉州市大数据服务中心 of 2023 (forms-and-identities, section 5). */
describe.each([
  ['samples/quanzhou-bigdata-2023-final.txt', false],
  ['samples/quanzhou-bigdata-2023-final-rebuilt.pdf', true],
])('%s', (file, boxed) => {
  let report: VerifiedReport;
  beforeAll(async () => {
    report = await readReport(file);
  });

  test('1, 9 and 11: outlays, carry-over and projects', () => {
    const store = storeOf(report);
    expect(only(ask(store, 'outlays-by-class'), 'class_code', 'total_yuan', 'unconfirmed')).toEqual([
      ['208', '253300.00', 0],
      ['210', '89900.00', 0],
      ['215', '24991200.00', 0],
      ['221', '327500.00', 0],
    ]);
    expect(only(ask(store, 'carry-over-by-function'), 'function_code', 'carried_yuan')).toEqual([
      ['208', '16300.00'],
      ['215', '6800.00'],
    ]);
    expect(only(ask(store, 'project-share'), 'project_percent')).toEqual([['88.38']]);
  });

  test('2, 3, 10 and 14: nothing that the report does not say', () => {
    const store = storeOf(report);
    expect(only(ask(store, 'three-public-trend', { item: 'total' }), 'amount_fen', 'change_percent')).toEqual([
      [0, null],
    ]);
    expect(ask(store, 'three-public-over-budget')).toEqual([]);
    expect(ask(store, 'broken-year-chain')).toEqual([]);
    expect(ask(store, 'growth-rates')).toEqual([]);
  });

  test('5 and 12: firms and outsourcing', () => {
    const store = storeOf(report);
    expect(only(ask(store, 'procurement-sme-share'), 'total_yuan', 'sme_percent')).toEqual([['14466000.00', '0.07']]);
    expect(only(ask(store, 'outsourcing-share'), 'outsourcing_percent')).toEqual([['15.53']]);
  });

  test('6, 7, 8 and 13: self-evaluations', () => {
    const store = storeOf(report);
    expect(
      only(
        ask(store, 'uniform-evaluations'),
        'projects',
        'lowest_score',
        'mean_score',
        'highest_score',
        'indicators',
        'full_marks',
      ),
    ).toEqual([[6, '90.00', '96.07', '99.40', 49, 41]]);
    expect(only(ask(store, 'execution-scores'), 'rate_percent', 'score', 'expected_score')).toEqual([
      ['80.27', '7', '8.03'],
      ['94.52', '7', '9.45'],
      ['98.12', '7', '9.81'],
    ]);
    expect(ask(store, 'missed-targets')).toHaveLength(8);
    expect(only(ask(store, 'uncovered-projects'), 'uncovered_yuan', 'unread')).toEqual([['671300.00', 0]]);
  });

  test('15: no family of sums within or between the tables has a violation', () => {
    const families = new Set(['across', 'balance', 'hierarchy', 'totals', 'statements']);
    const sums = ask(storeOf(report), 'quality-league').filter(({ family }) => families.has(String(family)));
    expect(sums.length).toBeGreaterThan(2);
    expect(sums.filter(({ violation }) => violation !== 0)).toEqual([]);
  });

  test('the evidence has its page, on paper also its box', () => {
    const store = storeOf(report);
    const queries = [
      'carry-over-by-function',
      'project-share',
      'procurement-sme-share',
      'execution-scores',
      'missed-targets',
    ];
    for (const row of queries.flatMap((name) => ask(store, name))) {
      expect(row.page).toBeGreaterThan(0);
      expect(row.box_left !== null).toBe(boxed);
    }
  });

  // The rebuilt PDF prints the table of the staff without its numbers: unknown is not zero.
  test('4: cost per head', () => {
    const heads = boxed ? [null, null] : ['199507.14', '13521.43'];
    expect(only(ask(storeOf(report), 'cost-per-head'), 'part', 'staff', 'per_head_yuan')).toEqual([
      ['personnel', boxed ? null : 14, heads[0]],
      ['public', boxed ? null : 14, heads[1]],
    ]);
  });
});
