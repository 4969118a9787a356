import { describe, expect, test } from 'vitest';
import type { Measure } from '../../src/normalize/printed.js';
import { aClaim, aFact, aQuantity } from '../support/narrative-factory.js';
import { aTold, storeOf } from '../support/questions.js';
import { records } from '../support/read-back.js';
import { aPlace, aToldReport } from '../support/report-factory.js';

describe('decimals of quantities', () => {
  test.each<[Measure, number | null, string | null]>([
    ['money', 25_685_000_00, '25685000.00'],
    ['money', -5, '-0.05'],
    ['percent', 264_300, '26.43'],
    ['percent', -700, '-0.07'],
    ['percent', 100_0000, '100'],
    ['percent', 0, '0'],
    ['count', 7_600_0000, '7600'],
    ['score', 2_4001, '2.4001'],
    ['count', Number.MAX_SAFE_INTEGER, '900719925474.0991'],
    ['percent', null, null],
  ])('%s %s', (measure, value, decimal) => {
    const read = { reading: value === null ? 'unreadable' : 'amount', value, step: value === null ? null : 1 } as const;
    const facts = [aFact('staff', { value: { ...aQuantity('1', measure), ...read } })];
    expect(records(storeOf(aTold({ facts })), 'SELECT decimal FROM quantity')).toEqual([{ decimal }]);
  });
});

const store = () => storeOf(aToldReport());

test('a claim in one row: numbers, what they compare with, and the cell that it repeats', () => {
  expect(records(store(), 'SELECT * FROM v_claim')).toMatchObject([
    {
      ...{ section_path: '第三部分 情况说明 / 一、支出情况', subject: 'expenditure', of_year: 2023 },
      ...{ amount_fen: 256_619_00_00, amount_yuan: '25661900.00', percent: '26.31', change_fen: null },
      ...{ figure_path: '0/0/total', page: 2, box_left: 100 },
    },
  ]);
});

test('a claim without an amount stands where its sentence stands, of last year in last year', () => {
  const claims = [aClaim('other', { year: 'prior', places: [aPlace(3, 500)] })];
  expect(records(storeOf(aTold({ claims })), 'SELECT * FROM v_claim')).toMatchObject([
    { of_year: 2022, amount_fen: null, figure_path: null, page: 3, box_top: 500 },
  ]);
});

test('a fact with and without a number', () => {
  const facts = [aFact('staff', { value: aQuantity('14', 'count') }), aFact('duty', { text: '负责数据。' })];
  expect(records(storeOf(aTold({ facts })), 'SELECT * FROM v_fact ORDER BY fact_id')).toMatchObject([
    { fact_kind: 'staff', decimal: '14', unit: '个', page: 2, box_left: 100 },
    { fact_kind: 'duty', decimal: null, text: '负责数据。', page: 2, box_left: 72 },
  ]);
});

test('a self-evaluation table and its indicators', () => {
  expect(records(store(), 'SELECT * FROM v_evaluation')).toMatchObject([
    { project: '示例项目', executed_yuan: '602000.00', approved_fen: null, total_score: '95', indicators: 1, page: 3 },
  ]);
  expect(records(store(), 'SELECT * FROM v_indicator')).toMatchObject([
    { project: '示例项目', level3: '次数', target: '100', actual_printed: '90', actual: null, score: '9.5', page: 3 },
  ]);
});

test('every quantity says what states it', () => {
  expect(
    records(store(), 'SELECT quantity_path, source, source_title, label, decimal FROM v_quantity ORDER BY quantity_id'),
  ).toEqual([
    {
      quantity_path: 'claim/0/amount',
      source: 'claim',
      source_title: '支出情况',
      label: '本年支出',
      decimal: '25661900.00',
    },
    {
      quantity_path: 'claim/0/percent',
      source: 'claim',
      source_title: '支出情况',
      label: '本年支出',
      decimal: '26.31',
    },
    {
      quantity_path: 'claim/0/part/0',
      source: 'claim',
      source_title: '支出情况',
      label: '项目经费',
      decimal: '5345700.00',
    },
    { quantity_path: 'fact/0', source: 'fact', source_title: '支出情况', label: '在职人数', decimal: '14' },
    {
      quantity_path: 'evaluation/0/funds/0/executed',
      source: 'evaluation',
      source_title: '示例项目',
      label: '年度资金总额',
      decimal: '602000.00',
    },
    {
      quantity_path: 'evaluation/0/indicators/0/score',
      source: 'evaluation',
      source_title: '示例项目',
      label: '次数',
      decimal: '9.5',
    },
    {
      quantity_path: 'evaluation/0/total-score',
      source: 'evaluation',
      source_title: '示例项目',
      label: '项目支出绩效自评表',
      decimal: '95',
    },
  ]);
});

test('the evidence of a finding, figures and quantities in one order, and all its pages once', () => {
  const evidence = `SELECT evidence_ordinal, source, decimal, page FROM v_evidence WHERE check_id = 'change/percent'
    ORDER BY evidence_ordinal`;
  expect(records(store(), evidence)).toEqual([
    { evidence_ordinal: 0, source: 'statement', decimal: '25661900.00', page: 1 },
    { evidence_ordinal: 1, source: 'claim', decimal: '25661900.00', page: 2 },
    { evidence_ordinal: 2, source: 'fact', decimal: '14', page: 2 },
    { evidence_ordinal: 3, source: 'evaluation', decimal: '9.5', page: 3 },
    { evidence_ordinal: 4, source: 'claim', decimal: '26.31', page: 2 },
  ]);
  const found = "SELECT diagnosis, all_pages, page FROM v_findings WHERE check_id = 'change/percent'";
  expect(records(store(), found)).toEqual([{ diagnosis: 'wrong-base', all_pages: '1、2', page: 2 }]);
});

test('procurement: the total and its parts', () => {
  const claims = [
    aClaim('procurement', { numbers: { amount: aQuantity('10.00') } }),
    aClaim('procurement-goods', { numbers: { amount: aQuantity('4.00') } }),
    aClaim('revenue', { numbers: { amount: aQuantity('1.00') } }),
  ];
  expect(records(storeOf(aTold({ claims })), 'SELECT subject, amount_fen FROM v_procurement ORDER BY subject')).toEqual(
    [
      { subject: 'procurement', amount_fen: 10_000_000 },
      { subject: 'procurement-goods', amount_fen: 4_000_000 },
    ],
  );
});
