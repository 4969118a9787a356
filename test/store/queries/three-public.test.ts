import { describe, expect, test } from 'vitest';
import type { VerifiedReport } from '../../../src/verify/check.js';
import { ask, only, storeOf } from '../../support/questions.js';
import { aFigure, aReport, aRow, aStatement } from '../../support/report-factory.js';

/** A report whose table has one row with these columns (the wide form), or these rows (the vertical form). */
const wide = (
  columns: Readonly<Record<string, number | null>>,
  overrides: Partial<VerifiedReport> = {},
): VerifiedReport => {
  const figures = Object.fromEntries(Object.entries(columns).map(([key, fen]) => [key, aFigure(fen)]));
  return aReport({ statements: [aStatement('three-public', [aRow('total', figures)])], ...overrides });
};
const vertical = (
  items: Readonly<Record<string, number | null>>,
  overrides: Partial<VerifiedReport> = {},
): VerifiedReport => {
  const rows = Object.entries(items).map(([key, fen]) => aRow(key, { amount: aFigure(fen) }));
  return aReport({ statements: [aStatement('three-public', rows)], ...overrides });
};
const year = (fiscalYear: number) => ({ fiscalYear });

describe('trend', () => {
  const columns = ['item', 'fiscal_year', 'amount_fen', 'prior_fen', 'change_fen', 'change_percent'];

  test('change and percentage against the year before, also between the two forms', () => {
    const store = storeOf(
      vertical({ total: 300, abroad: 0 }, year(2021)),
      wide({ 'total-approved': 900, 'total-executed': 200, 'abroad-executed': 5 }, year(2022)),
      vertical({ total: 201, abroad: null }, year(2023)),
    );
    expect(only(ask(store, 'three-public-trend'), ...columns)).toEqual([
      ['abroad', 2021, 0, null, null, null],
      // A base of zero has a change, but no percentage.
      ['abroad', 2022, 5, 0, 5, null],
      ['abroad', 2023, null, 5, null, null],
      ['total', 2021, 300, null, null, null],
      ['total', 2022, 200, 300, -100, '-33.33'],
      ['total', 2023, 201, 200, 1, '0.50'],
    ]);
    expect(only(ask(store, 'three-public-trend', { year: '2022', item: 'total' }), ...columns)).toEqual([
      ['total', 2022, 200, 300, -100, '-33.33'],
    ]);
  });

  test('a year that is missing is not bridged, a restated year counts once, budgets not at all', () => {
    const store = storeOf(
      vertical({ total: 100 }, year(2020)),
      vertical({ total: 80 }, year(2022)),
      vertical({ total: 90 }, year(2022)),
      vertical({ total: 99 }, year(2023)),
      vertical({ total: 500 }, { ...year(2023), kind: 'budget' }),
    );
    expect(only(ask(store, 'three-public-trend'), ...columns)).toEqual([
      ['total', 2020, 100, null, null, null],
      ['total', 2022, 90, null, null, null],
      ['total', 2023, 99, 90, 9, '10.00'],
    ]);
  });

  test('another body, region or scope is another series', () => {
    const store = storeOf(
      vertical({ total: 1 }, year(2022)),
      vertical({ total: 2 }, { ...year(2023), scope: 'department' }),
      vertical({ total: 3 }, { ...year(2023), region: { code: '310107', name: '普陀区' } }),
      vertical({ total: 4 }, { ...year(2023), agency: { name: '另一单位' } }),
    );
    expect(only(ask(store, 'three-public-trend', { year: '2023' }), 'prior_fen')).toEqual([[null], [null], [null]]);
  });
});

describe('over budget', () => {
  const columns = ['item', 'budget_from', 'budget_phase', 'final_fen', 'budget_fen', 'excess_fen', 'excess_percent'];

  test('against the budget in the same table', () => {
    const store = storeOf(
      wide({
        ...{ 'total-approved': 100, 'total-executed': 100, 'abroad-approved': 40, 'abroad-executed': 50 },
        ...{ 'reception-approved': 0, 'reception-executed': 1, 'vehicle-approved': null, 'vehicle-executed': 7 },
      }),
    );
    expect(only(ask(store, 'three-public-over-budget'), ...columns)).toEqual([
      ['abroad', 'final-accounts', 'approved', 50, 40, 10, '25.00'],
      ['reception', 'final-accounts', 'approved', 1, 0, 1, null],
    ]);
  });

  test('against the stored budget of the same body, scope and year; without one there is nothing to exceed', () => {
    const final = vertical({ total: 120, abroad: 10 });
    const budget = wide({ total: 100, abroad: 10, 'total-approved-prior': 1 }, { kind: 'budget' });
    expect(ask(storeOf(final), 'three-public-over-budget')).toEqual([]);
    expect(only(ask(storeOf(final, budget), 'three-public-over-budget'), ...columns)).toEqual([
      ['total', 'budget', 'approved', 120, 100, 20, '20.00'],
    ]);
    expect(ask(storeOf(final, budget), 'three-public-over-budget')).toMatchObject([
      { page: 1, box_left: 72, budget_file: '2.pdf', budget_page: 1 },
    ]);
    expect(ask(storeOf(final, { ...budget, fiscalYear: 2022 }), 'three-public-over-budget')).toEqual([]);
    expect(ask(storeOf(final, { ...budget, scope: 'department' }), 'three-public-over-budget')).toEqual([]);
  });
});
