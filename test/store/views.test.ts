import { describe, expect, test } from 'vitest';
import type { Statement, StatementRow } from '../../src/normalize/report.js';
import { records } from '../support/read-back.js';
import {
  aCodeRow,
  aColumn,
  aFigure,
  aPlace,
  aReport,
  aRow,
  aSmallReport,
  aStatement,
} from '../support/report-factory.js';
import { IMPORT, temporaryStore } from '../support/temporary-store.js';

function aStore(...statements: readonly Statement[]) {
  const store = temporaryStore();
  store.save(aReport({ statements }), IMPORT);
  return store;
}

describe('yuan are fen with a point, and what was not read is not zero', () => {
  test.each([
    [0, '0.00'],
    [5, '0.05'],
    [-5, '-0.05'],
    [-123_456, '-1234.56'],
    [9_007_199_254_740_991, '90071992547409.91'],
    [null, null],
  ])('%s fen', (fen, yuan) => {
    const store = aStore(aStatement('expenditure', [aRow('a', { total: aFigure(fen) })]));
    expect(records(store, 'SELECT amount_fen, amount_yuan FROM v_figure')).toEqual([
      { amount_fen: fen, amount_yuan: yuan },
    ]);
  });
});

test('expenditure by function: one row a code, with the place of the printed row', () => {
  const store = temporaryStore();
  store.save(aSmallReport(), IMPORT);
  const expected = {
    function_code: '208',
    level: 'class',
    label: '社会保障和就业支出',
    total_yuan: '253300.00',
    basic_fen: 2533_00_00,
    project_yuan: '0.00',
    to_superior_fen: null,
    total_status: 'verified',
    page: 1,
    box_left: 72,
    box_bottom: 112.5,
  };
  expect(records(store, 'SELECT * FROM v_expenditure_by_function')).toMatchObject([expected]);
});

test('the Chinese twin has the same rows under Chinese names', () => {
  const store = temporaryStore();
  store.save(aSmallReport(), IMPORT);
  expect(records(store, 'SELECT 单位名称, 年度, 功能科目编码, 合计_元, 页码 FROM 支出按功能分类')).toEqual([
    { 单位名称: '泉州市大数据服务中心', 年度: 2023, 功能科目编码: '208', 合计_元: '253300.00', 页码: 1 },
  ]);
});

test('basic expenditure by economic class takes the amount of a side-by-side table and the total of a list', () => {
  const store = aStore(
    aStatement('general-budget-basic-expenditure', [
      aCodeRow('department-economic', '30101', '基本工资', { amount: aFigure(100) }),
      aRow('personnel-total', { amount: aFigure(100) }),
    ]),
    aStatement('appropriations-basic-expenditure', [
      aCodeRow('department-economic', '302', '商品和服务支出', {
        total: aFigure(300),
        personnel: aFigure(100),
        public: aFigure(200),
      }),
    ]),
  );
  expect(records(store, 'SELECT * FROM v_basic_expenditure_by_economic_class ORDER BY economic_code')).toMatchObject([
    { economic_code: '30101', level: 'section', total_fen: 100, personnel_fen: null },
    { economic_code: '302', level: 'class', total_fen: 300, personnel_fen: 100, public_fen: 200 },
  ]);
});

describe('three public expenses come out the same from both forms', () => {
  const items = (store: ReturnType<typeof aStore>) =>
    records(store, 'SELECT item, phase, amount_fen FROM v_three_public ORDER BY item, phase');

  test('items as rows', () => {
    const rows = ['total', 'abroad', 'vehicle-purchase'].map((key, at) =>
      aRow(key, { approved: aFigure(at), amount: aFigure(10 + at) }),
    );
    const columns = [aColumn('approved', { phase: 'approved' }), aColumn('amount', { phase: 'executed' })];
    expect(items(aStore(aStatement('three-public', rows, { columns })))).toEqual([
      { item: 'abroad', phase: 'approved', amount_fen: 1 },
      { item: 'abroad', phase: 'executed', amount_fen: 11 },
      { item: 'total', phase: 'approved', amount_fen: 0 },
      { item: 'total', phase: 'executed', amount_fen: 10 },
      { item: 'vehicle-purchase', phase: 'approved', amount_fen: 2 },
      { item: 'vehicle-purchase', phase: 'executed', amount_fen: 12 },
    ]);
  });

  test('items as columns of one row', () => {
    const row = aRow('total', {
      'total-approved': aFigure(0),
      'total-executed': aFigure(10),
      'vehicle-purchase-approved': aFigure(2),
      'vehicle-purchase-executed': aFigure(12),
      reception: aFigure(7),
    });
    expect(items(aStore(aStatement('three-public', [row])))).toEqual([
      { item: 'reception', phase: null, amount_fen: 7 },
      { item: 'total', phase: 'approved', amount_fen: 0 },
      { item: 'total', phase: 'executed', amount_fen: 10 },
      { item: 'vehicle-purchase', phase: 'approved', amount_fen: 2 },
      { item: 'vehicle-purchase', phase: 'executed', amount_fen: 12 },
    ]);
  });

  test('a set of columns of the year before is of that year', () => {
    const row = aRow('total', { 'total-approved-prior': aFigure(3), 'total-approved': aFigure(5) });
    const store = aStore(aStatement('three-public', [row]));
    const years =
      'SELECT item, phase, of_year - fiscal_year AS offset, amount_fen FROM v_three_public ORDER BY of_year';
    expect(records(store, years)).toEqual([
      { item: 'total', phase: 'approved', offset: -1, amount_fen: 3 },
      { item: 'total', phase: 'approved', offset: 0, amount_fen: 5 },
    ]);
  });
});

describe('summary', () => {
  const side = (panel: 'revenue' | 'expenditure', key: string, fen: number, page = 1, top = 100): StatementRow =>
    aRow(key, { amount: aFigure(fen, { places: [aPlace(page, top)] }) }, { panel });
  const rows = [
    side('revenue', 'current-total', 1000, 1, 300),
    side('revenue', 'opening', 50, 1, 320),
    side('revenue', 'grand-total', 1050, 2, 60),
    side('expenditure', 'current-total', 900, 1, 300),
    side('expenditure', 'closing', 150, 1, 330),
    side('expenditure', 'grand-total', 1050, 2, 60),
  ];

  test('one row a report, with the box around its figures on their first page', () => {
    expect(records(aStore(aStatement('revenue-and-expenditure', rows)), 'SELECT * FROM v_summary')).toMatchObject([
      {
        revenue_fen: 1000,
        expenditure_fen: 900,
        opening_yuan: '0.50',
        closing_fen: 150,
        surplus_distribution_fen: null,
        revenue_grand_total_fen: 1050,
        expenditure_grand_total_fen: 1050,
        page: 1,
        box_top: 300,
        box_bottom: 342.5,
      },
    ]);
  });

  test('of several phases the executed one counts', () => {
    const row = aRow('current-total', { a: aFigure(1), b: aFigure(2), c: aFigure(3) }, { panel: 'revenue' });
    const columns = (['approved', 'executed', 'adjusted'] as const).map((phase, at) =>
      aColumn('abc'.charAt(at), { phase, panel: 'revenue' }),
    );
    const store = aStore(aStatement('revenue-and-expenditure', [row], { columns }));
    expect(records(store, 'SELECT revenue_fen FROM v_summary')).toEqual([{ revenue_fen: 2 }]);
  });
});

test('appropriations: both panels, by fund', () => {
  const store = aStore(
    aStatement('appropriations', [
      aRow('general-budget', { amount: aFigure(10) }, { panel: 'revenue' }),
      aRow(
        'func-208',
        { total: aFigure(9), 'general-budget': aFigure(9), 'government-funds': aFigure(null) },
        { panel: 'expenditure' },
      ),
    ]),
  );
  expect(records(store, 'SELECT * FROM v_appropriations ORDER BY panel DESC')).toMatchObject([
    { panel: 'revenue', row_key: 'general-budget', total_fen: 10, general_budget_fen: null },
    { panel: 'expenditure', row_key: 'func-208', total_fen: 9, general_budget_fen: 9, government_funds_yuan: null },
  ]);
});

test('disputed figures name the identity that fails; one that no stored identity explains is listed too', () => {
  const store = temporaryStore();
  store.save(aSmallReport(), IMPORT);
  expect(records(store, 'SELECT * FROM v_disputed_figures ORDER BY label')).toMatchObject([
    { label: '合计', check_id: 'expenditure/row-total', gap_fen: 10000, page: 1 },
    { label: '社会保障和就业支出', check_id: null, gap_fen: null, page: 1 },
  ]);
});

test('data quality counts statuses, outcomes and findings', () => {
  const store = temporaryStore();
  store.save(aSmallReport(), IMPORT);
  expect(records(store, 'SELECT * FROM v_data_quality')).toMatchObject([
    {
      pages: 3,
      figures: 6,
      verified: 4,
      disputed: 2,
      checks_violation: 1,
      checks_not_applicable: 1,
      errors: 1,
      notes: 1,
    },
  ]);
});
