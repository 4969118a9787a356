import { describe, expect, it } from 'vitest';
import type { Claim } from '../../../src/normalize/narrative/claim.js';
import type { Report, Statement } from '../../../src/normalize/report.js';
import { compareReports } from '../../../src/verify/between/compare.js';
import { aClaim, aQuantity } from '../../support/narrative-factory.js';
import { aReport } from '../../support/report-factory.js';
import { type RowSpec, statement, twoSided } from '../../support/statement-factory.js';

/** Outcomes of one check on two reports, in order. */
function outcomes(check: string, one: Report, other: Report): readonly string[] {
  const result = compareReports(one, other);
  if (!('pair' in result)) return [result.kind];
  return result.checks.filter((each) => each.check === check).map(({ outcome }) => outcome);
}

function findings(one: Report, other: Report) {
  const result = compareReports(one, other);
  return 'pair' in result ? result.findings : [];
}

const accounts = (fiscalYear: number, statements: readonly Statement[], claims: readonly Claim[] = []) =>
  aReport({ fiscalYear, statements, claims });
const budget = (fiscalYear: number, statements: readonly Statement[]) =>
  aReport({ fiscalYear, kind: 'budget', statements });

const summary = (opening: string, closing: string) =>
  twoSided('revenue-and-expenditure', [['opening', opening]], ['amount'], [['closing', closing]]);
const COLUMNS = ['total', 'general-budget', 'government-funds', 'state-capital'];
const appropriations = (openings: readonly string[], closings: readonly string[]) =>
  twoSided(
    'appropriations',
    ['opening', ...COLUMNS.slice(1).map((fund) => `opening-${fund}`)].map(
      (key, at): RowSpec => [key, openings[at] ?? ''],
    ),
    COLUMNS,
    [['closing', ...closings]],
  );

describe('between/opening', () => {
  it.each<[string, readonly string[], string, string]>([
    ['carried on', ['exact'], '2.31', '2.31'],
    ['nudged by one last place', ['rounding'], '2.31', '2.32'],
    ['not what was left', ['violation'], '2.31', '5.31'],
    ['blank on both sides', ['not-applicable'], '', ''],
    ['blank after money was left', ['violation'], '2.31', ''],
    ['unreadable', ['unresolved'], '2.31', '?'],
  ])('%s', (_, expected, closing, opening) => {
    const pair = [accounts(2022, [summary('0.00', closing)]), accounts(2023, [summary(opening, '0.00')])] as const;
    expect(outcomes('between/opening', ...pair)).toEqual(expected);
  });

  it('each fund of the appropriations for itself', () => {
    const before = appropriations([], ['5.00', '3.00', '2.00', '0.00']);
    const now = appropriations(['5.00', '4.00', '1.00', '0.00'], []);
    expect(outcomes('between/opening', accounts(2022, [before]), accounts(2023, [now]))).toEqual([
      'exact',
      'violation',
      'violation',
      'exact',
    ]);
  });

  it('nothing where a statement is missing, or in budgets', () => {
    expect(outcomes('between/opening', accounts(2022, []), accounts(2023, [summary('1.00', '')]))).toEqual([]);
    expect(
      outcomes('between/opening', budget(2022, [summary('', '2.00')]), budget(2023, [summary('1.00', '')])),
    ).toEqual([]);
  });

  it('tells both numbers with report and page, under the later report', () => {
    const [finding] = findings(accounts(2022, [summary('0.00', '2.31')]), accounts(2023, [summary('5.31', '0.00')]));
    expect(finding?.message).toMatch(/2023年决算.*5\.31（第1页）.*2022年决算.*2\.31（第1页）.*相差 3\.00 万元/);
    expect(finding).toMatchObject({ severity: 'warning', figures: ['0/0/amount'] });
    expect(finding?.numbers).toEqual([
      { side: 'later', path: '0/0/amount' },
      { side: 'earlier', path: '0/1/amount' },
    ]);
  });

  it('says what slip explains it', () => {
    const pair = [accounts(2022, [summary('0.00', '231.75')]), accounts(2023, [summary('213.75', '0.00')])] as const;
    expect(findings(...pair)).toEqual([expect.objectContaining({ diagnosis: 'transposed' })]);
  });

  it('is only a note where the scope of one report is not known', () => {
    const pair = [accounts(2022, [summary('0.00', '2.31')]), accounts(2023, [summary('5.31', '0.00')])] as const;
    expect(findings({ ...pair[0], scope: null }, pair[1])).toEqual([
      expect.objectContaining({ severity: 'note', message: expect.stringContaining('口径') }),
    ]);
  });
});

describe('between/prior-value', () => {
  const table = (total: string) =>
    statement('general-budget-expenditure', ['total', 'basic'], [['total', total, '1.00']]);
  const claim = (amount: string, overrides: Partial<Claim> = {}): Claim =>
    aClaim('general-budget-expenditure', {
      label: '一般公共预算财政拨款支出',
      numbers: { amount: aQuantity(amount), change: aQuantity('534.57') },
      direction: 'increase',
      against: { year: 'prior', phase: 'executed' },
      figures: { amount: ['0/0/total'] },
      ...overrides,
    });
  const pair = (before: string, ...claims: readonly Claim[]) =>
    [accounts(2022, [table(before)]), accounts(2023, [table('2566.19')], claims)] as const;

  it.each<[string, readonly string[], string, Claim]>([
    ['what the year before printed', ['exact'], '2031.62', claim('2566.19')],
    ['within rounding', ['rounding'], '2031.63', claim('2566.19')],
    ['another value', ['violation'], '2131.62', claim('2566.19')],
    ['a decrease', ['exact'], '3100.76', claim('2566.19', { direction: 'decrease' })],
    [
      'unchanged',
      ['exact'],
      '2566.19',
      claim('2566.19', { direction: 'unchanged', numbers: { amount: aQuantity('2566.19') } }),
    ],
    ['found by its subject', ['exact'], '2031.62', claim('2566.19', { figures: {} })],
    [
      'the base in print',
      ['violation'],
      '2031.62',
      claim('2566.19', { numbers: { amount: aQuantity('2566.19'), base: aQuantity('2030.00') } }),
    ],
    [
      'the amount of the year before in print',
      ['exact'],
      '2031.62',
      claim('2031.62', { year: 'prior', against: null }),
    ],
    ['no direction', [], '2031.62', claim('2566.19', { direction: null })],
    ['compared with a budget', [], '2031.62', claim('2566.19', { against: { year: 'current', phase: 'approved' } })],
    [
      'compared with a budget of the year before',
      [],
      '2031.62',
      claim('2566.19', { against: { year: 'prior', phase: 'approved' } }),
    ],
  ])('%s', (_, expected, before, one) => {
    expect(outcomes('between/prior-value', ...pair(before, one))).toEqual(expected);
  });

  it('nothing where the year before has no such row', () => {
    const claims = [claim('2566.19')];
    expect(outcomes('between/prior-value', accounts(2022, []), accounts(2023, [table('2566.19')], claims))).toEqual([]);
  });
});

describe('between/prior-column', () => {
  it.each<[string, readonly string[], string]>([
    ['the same', ['exact'], '0.95'],
    ['another', ['violation'], '1.95'],
  ])('%s', (_, expected, printed) => {
    const before = statement('three-public', ['total-approved', 'total-executed'], [['total', '1.00', '0.95']]);
    const now = statement('three-public', ['total-executed-prior', 'total-executed'], [['total', printed, '0.80']]);
    expect(outcomes('between/prior-column', accounts(2022, [before]), accounts(2023, [now]))).toEqual(expected);
  });
});

describe('budget and final accounts of one year', () => {
  const plan = statement(
    'general-budget-expenditure',
    ['total', 'basic', 'project'],
    [
      ['2080505', '253349', '253349', '0'],
      ['total', '25661900', '2982400', '22679500'],
    ],
    '元',
  );
  const item = (amount: string, code: string): Claim =>
    aClaim('general-budget-function', {
      label: '机关事业单位基本养老保险缴费支出',
      code: { scheme: 'functional', code, printed: code, match: 'known', catalogueName: null },
      phase: 'approved',
      numbers: { amount: aQuantity(amount) },
    });

  it.each<[string, readonly string[], Claim]>([
    ['元 rounded to 万元', ['rounding'], item('25.33', '2080505')],
    ['not the plan', ['violation'], item('26.33', '2080505')],
    ['money under a function that the budget does not have', ['unresolved'], item('5.00', '2101102')],
    ['no money under such a function', [], item('0.00', '2101102')],
    ['executed, not approved', [], { ...item('26.33', '2080505'), phase: 'executed' }],
    ['after adjustment', [], { ...item('26.33', '2080505'), phase: 'adjusted' }],
  ])('between/approved-prose: %s', (_, expected, claim) => {
    const later = accounts(2023, [], [claim]);
    expect(outcomes('between/approved-prose', budget(2023, [plan]), later)).toEqual(expected);
    expect(outcomes('between/approved-prose', later, budget(2023, [plan]))).toEqual(expected);
  });

  it('names the unit of a budget in 元', () => {
    const [finding] = findings(budget(2023, [plan]), accounts(2023, [], [item('26.33', '2080505')]));
    expect(finding?.message).toMatch(/2023年决算.*26\.33万元.*2023年预算.*（元）”253349/);
  });

  const wide = statement(
    'three-public',
    ['total-approved', 'total-executed', 'abroad-approved', 'abroad-executed'],
    [['total', '3.00', '0.95', '1.00', '']],
  );
  it.each<[string, readonly string[], Statement]>([
    ['wide', ['exact', 'exact'], statement('three-public', ['total', 'abroad'], [['total', '3.00', '1.00']])],
    [
      'wide, another total',
      ['violation', 'exact'],
      statement('three-public', ['total', 'abroad'], [['total', '4.00', '1.00']]),
    ],
    [
      'one item a row',
      ['exact', 'exact'],
      statement(
        'three-public',
        ['amount'],
        [
          ['total', '3.00'],
          ['abroad', '1.00'],
        ],
      ),
    ],
    ['without the item', ['exact'], statement('three-public', ['amount'], [['total', '3.00']])],
  ])('between/approved-column: budget %s', (_, expected, form) => {
    expect(outcomes('between/approved-column', budget(2023, [form]), accounts(2023, [wide]))).toEqual(expected);
  });

  it('between/approved-column: accounts with one item a row, budget wide', () => {
    const upright = statement(
      'three-public',
      ['approved', 'executed'],
      [
        ['total', '3.00', '0.95'],
        ['abroad', '2.00', ''],
      ],
    );
    const form = statement('three-public', ['total', 'abroad'], [['total', '3.00', '1.00']]);
    expect(outcomes('between/approved-column', budget(2023, [form]), accounts(2023, [upright]))).toEqual([
      'exact',
      'violation',
    ]);
  });
});
