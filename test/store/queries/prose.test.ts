import { describe, expect, test } from 'vitest';
import type { Claim, ClaimSubject } from '../../../src/normalize/narrative/claim.js';
import { aClaim, aFact, aQuantity } from '../../support/narrative-factory.js';
import { ask, aTold, only, storeOf } from '../../support/questions.js';
import { aFigure, aRow, aStatement } from '../../support/report-factory.js';

const stated = (subject: ClaimSubject, printed: string, overrides: Partial<Claim> = {}): Claim =>
  aClaim(subject, { numbers: { amount: aQuantity(printed) }, ...overrides });

describe('procurement', () => {
  const report = (name: string, ...claims: readonly Claim[]) => aTold({ agency: { name }, claims });

  test('shares recomputed from the amounts, lowest first', () => {
    const store = storeOf(
      report(
        '丙',
        stated('procurement', '100.00'),
        stated('procurement-sme', '50.00'),
        stated('procurement-micro', '20.00'),
      ),
      report(
        '甲',
        stated('procurement', '1446.60'),
        stated('procurement-sme', '0.99'),
        stated('procurement-micro', '0.99'),
      ),
      report('丁', stated('procurement', '100.00')),
      report('乙', stated('procurement', '0.00'), stated('procurement-sme', '0.00')),
    );
    expect(only(ask(store, 'procurement-sme-share'), 'agency', 'sme_percent', 'micro_percent', 'page')).toEqual([
      ['甲', '0.07', '0.07', 2],
      ['丙', '50.00', '20.00', 2],
      // Not stated is not zero, and of nothing there is no share.
      ['丁', null, null, 2],
      ['乙', null, null, 2],
    ]);
  });

  test('what is of another year or a plan does not count, nor a share without an amount', () => {
    const claims = [
      stated('procurement', '9.00', { year: 'prior' }),
      stated('procurement', '8.00', { phase: 'approved' }),
      aClaim('procurement', { numbers: { share: aQuantity('5', 'percent') } }),
    ];
    expect(ask(storeOf(report('甲', ...claims)), 'procurement-sme-share')).toEqual([]);
  });
});

describe('cost per head', () => {
  const statements = [
    aStatement('general-budget-basic-expenditure', [
      aRow('personnel-total', { amount: aFigure(279_31_00_00) }),
      aRow('public-total', { amount: aFigure(18_93_00_00) }),
    ]),
  ];
  const staff = (subject: string | null, count: string, label = '在职人数') =>
    aFact('staff', { subject, label, value: aQuantity(count, 'count', { step: 10_000 }) });
  const member = (subject: string) => aFact('member-agency', { subject });

  test.each([
    [
      'one number',
      [staff(null, '14')],
      [
        ['personnel', 14, '199507.14'],
        ['public', 14, '13521.43'],
      ],
    ],
    [
      'none',
      [],
      [
        ['personnel', null, null],
        ['public', null, null],
      ],
    ],
    [
      'posts are no people',
      [staff(null, '14'), staff(null, '20', '编制数')],
      [
        ['personnel', 14, '199507.14'],
        ['public', 14, '13521.43'],
      ],
    ],
    [
      'the units of a list',
      [member('甲'), member('乙'), staff('甲', '4'), staff('乙', '6')],
      [
        ['personnel', 10, '279310.00'],
        ['public', 10, '18930.00'],
      ],
    ],
    [
      'numbers that may overlap',
      [staff(null, '14'), staff('行政', '10')],
      [
        ['personnel', null, null],
        ['public', null, null],
      ],
    ],
    [
      'nobody',
      [staff(null, '0')],
      [
        ['personnel', 0, null],
        ['public', 0, null],
      ],
    ],
  ])('%s', (_, facts, expected) => {
    expect(only(ask(storeOf(aTold({ statements, facts })), 'cost-per-head'), 'part', 'staff', 'per_head_yuan')).toEqual(
      expected,
    );
  });

  test('the evidence of both sides', () => {
    expect(ask(storeOf(aTold({ statements, facts: [staff(null, '14')] })), 'cost-per-head')).toMatchObject([
      { part: 'personnel', page: 1, box_left: 72, staff_page: 2 },
      { part: 'public' },
    ]);
  });
});

describe('growth rates', () => {
  const claim = (percent: string) =>
    aClaim('expenditure', {
      label: '支出',
      direction: 'increase',
      text: '支出增加。',
      numbers: { amount: aQuantity('12.00'), change: aQuantity('2.00'), percent: aQuantity(percent, 'percent') },
    });
  const result = (at: number, outcome: 'violation' | 'exact', check = 'change/percent') => ({
    ...{ check, subject: '支出', outcome, measure: 'percent' as const, left: '25%', right: '20%' },
    ...{ leftFen: null, rightFen: null, gapFen: null, slackFen: null },
    figures: [`claim/${at}/percent`, `claim/${at}/amount`, `claim/${at}/change`],
  });

  test('the violations of the check, each once, with the claim', () => {
    const checks = [result(0, 'exact'), result(1, 'violation'), result(1, 'violation', 'shares/percent')];
    const store = storeOf(aTold({ claims: [claim('20'), claim('25')], checks }));
    expect(ask(store, 'growth-rates')).toMatchObject([
      {
        ...{ label: '支出', amount_yuan: '120000.00', change_yuan: '20000.00', direction: 'increase' },
        ...{ printed_percent: '25%', recomputed: '20%', text: '支出增加。', page: 2, box_left: 100 },
      },
    ]);
    expect(ask(store, 'growth-rates')).toHaveLength(1);
  });
});
