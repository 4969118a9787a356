import { describe, expect, it } from 'vitest';
import type { Report, Statement } from '../../../../src/normalize/report.js';
import { verify } from '../../../../src/verify/verify.js';
import { report, statement, twoSided } from '../../../support/statement-factory.js';

const budget = (...statements: readonly Statement[]): Report => ({ ...report(...statements), kind: 'budget' });
/** The outcomes of each check between statements, in order. */
function outcomes(one: Report): Readonly<Record<string, readonly string[]>> {
  const found: Record<string, string[]> = {};
  for (const { check, outcome } of verify(one).checks)
    if (check.startsWith('statements/')) found[check] = [...(found[check] ?? []), outcome];
  return found;
}

describe('a budget by use with a list of sources (as in Jiangsu)', () => {
  const summary = twoSided(
    'revenue-and-expenditure',
    [
      ['fiscal', '90.00'],
      ['fiscal-general-budget', '90.00'],
      ['other', '10.00'],
      ['current-total', '100.00'],
      ['opening', '7.00'],
      ['grand-total', '107.00'],
    ],
    ['amount'],
    [
      ['use-basic', '60.00'],
      ['use-project', '45.00'],
      ['current-total', '105.00'],
      ['closing', '2.00'],
      ['grand-total', '107.00'],
    ],
  );
  const sources = statement(
    'revenue',
    ['amount'],
    [
      ['grand-total', '107.00'],
      ['general-budget', '90.00'],
      ['other', '10.00'],
      ['opening', '7.00'],
    ],
  );
  const uses = statement(
    'expenditure',
    ['total', 'basic', 'project', 'carried-forward'],
    [['total', '107.00', '60.00', '45.00', '2.00']],
  );
  const account = twoSided(
    'appropriations',
    [
      ['general-budget', '90.00'],
      ['grand-total', '90.00'],
    ],
    ['amount'],
    [
      ['use-basic', '55.00'],
      ['use-project', '35.00'],
      ['grand-total', '90.00'],
    ],
  );
  const fiscal = statement(
    'appropriations-expenditure',
    ['amount'],
    [
      ['total', '90.00'],
      ['204', '90.00'],
    ],
  );
  const basic = statement(
    'appropriations-basic-expenditure',
    ['amount'],
    [
      ['total', '55.00'],
      ['301', '55.00'],
    ],
  );

  it('compares what was brought and carried forward with the grand totals', () => {
    expect(outcomes(budget(summary, sources, uses, account, fiscal, basic))).toMatchObject({
      'statements/revenue-total': ['exact'],
      'statements/revenue-source': ['exact'],
      'statements/fiscal-revenue': ['exact', 'exact'],
      'statements/fund-revenue': ['exact'],
      'statements/expenditure-total': ['exact', 'exact', 'exact'],
      'statements/fiscal-expenditure': ['exact'],
      'statements/fiscal-basic-expenditure': ['exact'],
      'statements/receipts-and-outlays': ['exact'],
      'statements/general-budget-only': ['not-applicable'],
    });
  });

  it.each([
    [
      'statements/fiscal-expenditure',
      statement(
        'appropriations-expenditure',
        ['amount'],
        [
          ['total', '80.00'],
          ['204', '80.00'],
        ],
      ),
    ],
    [
      'statements/fiscal-basic-expenditure',
      statement(
        'appropriations-basic-expenditure',
        ['amount'],
        [
          ['total', '50.00'],
          ['301', '50.00'],
        ],
      ),
    ],
  ])('%s fails where the statement has another total', (id, table) => {
    expect(outcomes(budget(summary, account, table))[id]).toEqual(['violation']);
  });
});

describe('a budget in 元 with the “三公” statement in 万元', () => {
  const economic = (reception: string) =>
    statement(
      'general-budget-basic-expenditure',
      ['total'],
      [
        ['total', '9,000.00'],
        ['302', '9,000.00'],
        ['30217', reception],
      ],
      '元',
    );
  const spent = (reception: string) =>
    statement('three-public', ['total', 'abroad', 'vehicle', 'reception'], [['total', reception, '0', '0', reception]]);
  it.each([
    ['the same amount', '9,500.00', '0.95', 'exact'],
    ['more, from project money', '9,500.00', '1.95', 'exact'],
    ['rounded down', '9,530.00', '0.95', 'rounding'],
    ['too little to be printed', '30.00', '0.00', 'rounding'],
    ['less', '9,600.00', '0.95', 'violation'],
  ])('%s', (_name, yuan, wan, outcome) => {
    const found = outcomes(budget(economic(yuan), spent(wan)))['statements/three-public-items'];
    expect(found?.at(-1)).toBe(outcome);
  });
});

describe('columns of a form with budget and final account side by side', () => {
  const summary = twoSided(
    'revenue-and-expenditure',
    [['current-total', '9.00']],
    ['amount'],
    [['current-total', '9.00']],
  );
  const both = statement('expenditure', ['total-approved', 'total-executed'], [['total', '7.00', '9.00']]);
  it('the final account is compared in a final account, the budget in a budget', () => {
    expect(outcomes(report(summary, both))['statements/expenditure-total']).toEqual(['exact']);
    expect(outcomes(budget(summary, both))['statements/expenditure-total']).toEqual(['violation']);
  });
});

describe('a national budget with 上年结转', () => {
  const summary = twoSided(
    'revenue-and-expenditure',
    [
      ['general-budget', '80.00'],
      ['current-total', '80.00'],
      ['opening', '20.00'],
      ['grand-total', '100.00'],
    ],
    ['amount'],
    [
      ['func-205', '100.00'],
      ['current-total', '100.00'],
      ['grand-total', '100.00'],
    ],
  );
  const account = twoSided(
    'appropriations',
    [
      ['current-total', '80.00'],
      ['general-budget', '80.00'],
      ['opening', '20.00'],
      ['opening-general-budget', '20.00'],
      ['grand-total', '100.00'],
    ],
    ['total', 'general-budget'],
    [
      ['func-205', '100.00', '100.00'],
      ['current-total', '100.00', '100.00'],
      ['grand-total', '100.00', '100.00'],
    ],
  );
  const revenue = statement(
    'revenue',
    ['total', 'income', 'general-budget', 'opening', 'opening-general-budget'],
    [['total', '100.00', '80.00', '80.00', '20.00', '20.00']],
  );
  const expenditure = (code: string) =>
    statement(
      'expenditure',
      ['total'],
      [
        ['total', '100.00'],
        [code, '100.00'],
      ],
    );
  const general = (amount: string) =>
    statement(
      'general-budget-expenditure',
      ['total'],
      [
        ['total', amount],
        ['205', amount],
      ],
    );

  it('compares the year with the column of the year, and the whole with the grand total', () => {
    const found = outcomes(budget(summary, account, revenue, expenditure('205'), general('100.00')));
    expect(found).toMatchObject({
      'statements/revenue-total': ['exact', 'exact'],
      'statements/fiscal-revenue': ['exact', 'exact'],
      'statements/general-budget': ['exact', 'exact'],
      'statements/receipts-and-outlays': ['exact'],
      'statements/general-budget-only': ['not-applicable'],
    });
  });

  it.each([
    ['the appropriation of the year only', '80.00', undefined],
    ['less than that', '79.00', ['violation', 'violation']],
    ['more than the account', '100.50', ['violation', 'violation']],
  ])('a general budget statement with %s', (_name, amount, expected) => {
    expect(outcomes(budget(summary, account, general(amount)))['statements/general-budget']).toEqual(expected);
    expect(outcomes(report(summary, account, general(amount)))['statements/general-budget']).toEqual([
      'violation',
      'violation',
    ]);
  });
});
