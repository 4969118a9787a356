import { describe, expect, it } from 'vitest';
import { outcomesOf } from '../../support/outcomes.js';
import { type RowSpec, statement, twoSided } from '../../support/statement-factory.js';

describe('balance/grand-totals', () => {
  it.each([
    ['2995.39', 'exact'],
    ['2995.38', 'violation'],
  ])('revenue 2995.39 against expenditure %s is %s', (expenditure, outcome) => {
    const table = twoSided(
      'revenue-and-expenditure',
      [['grand-total', '2995.39']],
      ['amount'],
      [['grand-total', expenditure]],
    );
    expect(outcomesOf('balance/grand-totals', table)).toEqual([outcome]);
  });

  it('compares with 合计 where expenditure is split, and with nothing where neither column fits', () => {
    const against = (keys: readonly string[], row: RowSpec) =>
      twoSided('appropriations', [['grand-total', '7.00']], keys, [row]);
    const split = against(['total', 'general-budget'], ['grand-total', '7.00', '6.00']);
    expect(outcomesOf('balance/grand-totals', split)).toEqual(['exact']);
    expect(outcomesOf('balance/grand-totals', against(['column-1'], ['grand-total', '7.00']))).toEqual([]);
  });
});

describe('balance/fund', () => {
  const KEYS = ['total', 'general-budget'];
  it.each<[string, readonly RowSpec[], readonly RowSpec[], readonly string[]]>([
    [
      'account of a fund',
      [
        ['general-budget', '5.00'],
        ['opening-general-budget', '1.00'],
      ],
      [
        ['current-total', '4.00', '4.00'],
        ['closing', '2.00', '2.00'],
      ],
      ['exact'],
    ],
    [
      'does not close',
      [
        ['general-budget', '5.00'],
        ['opening-general-budget', '1.00'],
      ],
      [
        ['current-total', '4.00', '4.00'],
        ['closing', '1.00', '1.00'],
      ],
      ['violation'],
    ],
    ['budget: grand total', [['general-budget', '5.00']], [['grand-total', '5.00', '5.00']], ['exact']],
    [
      'opening not divided by fund',
      [
        ['general-budget', '5.00'],
        ['opening', '1.00'],
      ],
      [['grand-total', '6.00', '6.00']],
      ['unresolved'],
    ],
    ['no expenditure by fund', [['government-funds', '5.00']], [['grand-total', '5.00', '5.00']], []],
  ])('%s', (_name, revenue, expenditure, outcomes) => {
    expect(outcomesOf('balance/fund', twoSided('appropriations', revenue, KEYS, expenditure))).toEqual(outcomes);
  });
});

describe('balance/carry-over', () => {
  it('closes each row that prints all four columns', () => {
    const rows: readonly RowSpec[] = [
      ['total', '5.00', '20.00', '23.00', '2.00'],
      ['212', '5.00', '20.00', '23.00', '3.00'],
      ['213', '', '', '', ''],
    ];
    const table = statement('government-funds', ['opening', 'income', 'total', 'closing'], rows);
    expect(outcomesOf('balance/carry-over', table)).toEqual(['exact', 'violation', 'not-applicable']);
    const short = statement('state-capital', ['opening', 'income', 'total'], [['total', '5.00', '20.00', '23.00']]);
    expect(outcomesOf('balance/carry-over', short)).toEqual([]);
  });
});
