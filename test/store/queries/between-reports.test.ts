import { describe, expect, test } from 'vitest';
import type { Amount, StatementKind } from '../../../src/normalize/report.js';
import type { CheckResult, VerifiedReport } from '../../../src/verify/check.js';
import { ask, only, storeOf } from '../../support/questions.js';
import { aFigure, aReport, aRow, aStatement } from '../../support/report-factory.js';

describe('year chain', () => {
  const balance = (
    fiscalYear: number,
    opening: number | null,
    closing: number | null,
    overrides: Partial<VerifiedReport> = {},
  ) => aReport({ fiscalYear, statements: [table('revenue-and-expenditure', opening, closing)], ...overrides });
  const table = (kind: StatementKind, opening: number | null, closing: number | null, step = 10_000) => {
    const cell = (fen: number | null) => {
      const amount: Amount | null = fen === null ? null : { fen, stepFen: step };
      return aFigure(fen, { amount });
    };
    return aStatement(kind, [
      aRow('opening', { amount: cell(opening) }, { panel: 'revenue' }),
      aRow('closing', kind === 'appropriations' ? { total: cell(closing) } : { amount: cell(closing) }, {
        panel: 'expenditure',
      }),
    ]);
  };
  const columns = ['fiscal_year', 'funds', 'closing_fen', 'opening_fen', 'gap_fen', 'page', 'closing_page'];

  test('the closing balance that is not the opening one of the next year', () => {
    const store = storeOf(balance(2021, 0, 50_000), balance(2022, 50_000, 70_000), balance(2023, 60_000, 0));
    expect(only(ask(store, 'broken-year-chain'), ...columns)).toEqual([
      [2023, '全部资金', 70_000, 60_000, -10_000, 1, 1],
    ]);
    expect(ask(store, 'broken-year-chain', { year: '2022' })).toEqual([]);
  });

  test('fiscal appropriations are a chain of their own', () => {
    const fiscal = (fiscalYear: number, opening: number, closing: number) =>
      balance(fiscalYear, 0, 0, { statements: [table('appropriations', opening, closing)] });
    expect(only(ask(storeOf(fiscal(2022, 0, 10_000), fiscal(2023, 0, 0)), 'broken-year-chain'), ...columns)).toEqual([
      [2023, '财政拨款', 10_000, 0, -10_000, 1, 1],
    ]);
  });

  test.each([
    ['a year is missing between', [balance(2020, 0, 5), balance(2022, 7, 0)]],
    ['a balance is not printed', [balance(2022, 0, null), balance(2023, 10_000, 0)]],
    ['it was restated', [balance(2022, 0, 30_000), balance(2022, 0, 40_000), balance(2023, 40_000, 0)]],
    ['it is a budget', [balance(2022, 0, 5, { kind: 'budget' }), balance(2023, 7, 0)]],
    ['it is another scope', [balance(2022, 0, 5, { scope: 'department' }), balance(2023, 7, 0)]],
    ['it is another body', [balance(2022, 0, 5, { agency: { name: '另一单位' } }), balance(2023, 7, 0)]],
    [
      'the tables are printed in different units',
      [balance(2022, 0, 0, { statements: [table('revenue-and-expenditure', 0, 12_345, 1)] }), balance(2023, 10_000, 0)],
    ],
  ])('no break where %s', (_, reports) => {
    expect(ask(storeOf(...reports), 'broken-year-chain')).toEqual([]);
  });

  test('different units do not excuse more than half a place', () => {
    const yuan = balance(2022, 0, 0, { statements: [table('revenue-and-expenditure', 0, 15_001, 1)] });
    expect(only(ask(storeOf(yuan, balance(2023, 10_000, 0)), 'broken-year-chain'), 'gap_fen')).toEqual([[-5001]]);
  });
});

describe('quality league', () => {
  const check = (id: string, outcome: CheckResult['outcome'], gapFen: number | null = null): CheckResult => ({
    ...{ check: id, subject: '', outcome, measure: 'money', left: null, right: null },
    ...{ leftFen: null, rightFen: null, gapFen, slackFen: null, figures: [] },
  });
  const PUTUO = { code: '310107', name: '普陀区' };

  test('outcomes by region and family, the worst first, with the worst gap', () => {
    const store = storeOf(
      aReport({
        checks: [check('totals/a', 'exact'), check('totals/b', 'rounding', 1), check('balance/a', 'unresolved')],
      }),
      aReport({
        agency: { name: '普陀区某局' },
        region: PUTUO,
        checks: [check('totals/a', 'violation', -500), check('totals/b', 'violation', 300), check('totals/b', 'exact')],
      }),
    );
    const columns = ['region_code', 'family', 'exact', 'rounding', 'violation', 'unresolved', 'violation_percent'];
    expect(only(ask(store, 'quality-league'), ...columns)).toEqual([
      ['310107', 'totals', 1, 0, 2, 0, '66.67'],
      ['350500', 'totals', 1, 1, 0, 0, '0.00'],
      // Nothing could be decided: no percentage, and not the best.
      ['350500', 'balance', 0, 0, 0, 1, null],
    ]);
    expect(ask(store, 'quality-league', { region: '310107' })).toMatchObject([
      { worst_residual_fen: 500, worst_residual_yuan: '5.00', worst_check: 'totals/a', worst_report_id: 2 },
    ]);
  });
});
