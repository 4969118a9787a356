import { describe, expect, it } from 'vitest';
import type { Claim, ClaimSubject } from '../../../../src/normalize/narrative/claim.js';
import { narrativeItems, narrativeSum } from '../../../../src/verify/checks/narrative/items.js';
import { narrativeTwoAmounts } from '../../../../src/verify/checks/narrative/two-amounts.js';
import { aClaim, aQuantity } from '../../../support/narrative-factory.js';
import { statement } from '../../../support/statement-factory.js';
import { findings, outcomes, prose, verdicts } from './told.js';

const table = statement(
  'general-budget-expenditure',
  ['total'],
  [
    ['total', '42.74'],
    ['208', '25.33'],
    ['20805', '25.33'],
    ['2080505', '25.33'],
    ['2101102', '8.99'],
    ['2210201', '8.42'],
    ['2210203', '0.00'],
  ],
);
const code = (digits: string) =>
  ({ scheme: 'functional', code: digits, printed: digits, match: 'known', catalogueName: null }) as const;
const item = (digits: string, amount: string, rest: Partial<Claim> = {}): Claim =>
  aClaim('general-budget-function', {
    label: digits,
    code: code(digits),
    numbers: { amount: aQuantity(amount) },
    ...rest,
  });
const total = (amount: string, rest: Partial<Claim> = {}): Claim =>
  aClaim('general-budget-expenditure', { numbers: { amount: aQuantity(amount) }, ...rest });
const on = (...claims: readonly Claim[]) => prose(claims, { statements: [table] });
const all = [item('2080505', '25.33'), item('2101102', '8.99'), item('2210201', '8.42')];

describe('narrative/items', () => {
  it('holds where each row is told', () => {
    expect(outcomes(narrativeItems, on(...all))).toEqual(['exact']);
  });

  it('tells what is missing and what is not in the table', () => {
    const [finding] = findings(narrativeItems, on(...all.slice(0, 2), item('2210202', '10.42')));
    expect(finding).toMatchObject({ severity: 'warning', diagnosis: 'list-against-table' });
    expect(finding?.message).toMatch(/没有说明的：“2210201 .*8\.42.*表中没有的：“2210202”10\.42/);
  });

  it('finds a row by name and amount whose code could not be read', () => {
    const named = aClaim('general-budget-function', {
      label: '医疗（项）名称row-9',
      numbers: { amount: aQuantity('3.00') },
    });
    const rows = statement(
      'general-budget-expenditure',
      ['total'],
      [
        ['2080505', '25.33'],
        ['2101102', '8.99'],
        ['row-9', '3.00'],
      ],
    );
    expect(outcomes(narrativeItems, prose([...all.slice(0, 2), named], { statements: [rows] }))).toEqual(['exact']);
  });

  it('notes what is only left out', () => {
    expect(verdicts(narrativeItems, on(...all.slice(0, 2)))).toEqual(['note list-against-table']);
  });

  it.each([
    ['an excerpt', [item('2080505', '25.33')]],
    ['a list of classes', [item('208', '25.33'), item('210', '8.99')]],
  ])('leaves %s alone', (_, claims) => {
    expect(outcomes(narrativeItems, on(...claims))).toEqual([]);
  });
});

describe('narrative/sum', () => {
  it('adds the items up, budgets and finals apart', () => {
    const budgets = all.map((claim) => ({ ...claim, phase: 'approved' as const }));
    const claims = [total('42.74'), ...all, total('42.75', { phase: 'approved' }), ...budgets];
    expect(outcomes(narrativeSum, on(...claims))).toEqual(['exact', 'rounding']);
    expect(outcomes(narrativeSum, on(total('42.80'), ...all))).toEqual(['violation']);
  });

  it('says nothing where an item is wrong against the table', () => {
    const wrong = item('2210201', '88.42', { figures: { amount: ['0/5/total'] } });
    expect(outcomes(narrativeSum, on(total('42.74'), ...all.slice(0, 2), wrong))).toEqual([]);
  });

  it('needs each item of the table', () => {
    expect(outcomes(narrativeSum, on(total('42.80'), ...all.slice(0, 2)))).toEqual([]);
  });
});

describe('narrative/two-amounts', () => {
  const funds = (subject: ClaimSubject, change: string): Claim =>
    aClaim(subject, {
      phase: 'approved',
      numbers: { amount: aQuantity('900.00'), change: aQuantity(change) },
      direction: 'increase',
      against: { year: 'prior', phase: 'approved' },
    });

  it('tells two amounts of one item', () => {
    expect(verdicts(narrativeTwoAmounts, prose([item('2210201', '350.35'), item('2210201', '352.67')]))).toEqual([
      'warning self-contradiction',
    ]);
    expect(verdicts(narrativeTwoAmounts, prose([item('2210201', '350.35'), item('2210201', '350.4')]))).toEqual([]);
  });

  it('leaves different items, phases and amounts tied to cells alone', () => {
    const tied = { figures: { amount: ['0/3/total'] } };
    const claims = [item('2210201', '350.35', tied), item('2210201', '352.67', tied)];
    expect(findings(narrativeTwoAmounts, prose(claims))).toEqual([]);
    expect(findings(narrativeTwoAmounts, prose([item('2210201', '1.00'), item('2210203', '2.00')]))).toEqual([]);
    expect(findings(narrativeTwoAmounts, prose([total('1.00'), total('2.00', { phase: 'approved' })]))).toEqual([]);
  });

  it('tells two changes of one amount', () => {
    const claims = [funds('expenditure', '35.67'), funds('expenditure', '35.98')];
    expect(verdicts(narrativeTwoAmounts, prose(claims))).toEqual(['warning self-contradiction']);
  });

  it('notes fiscal totals of a budget that are equal but changed differently; of final accounts not', () => {
    const claims = [funds('fiscal-grand-total', '35.67'), funds('general-budget-expenditure', '35.98')];
    expect(verdicts(narrativeTwoAmounts, prose(claims, { kind: 'budget' }))).toEqual(['note self-contradiction']);
    expect(verdicts(narrativeTwoAmounts, prose(claims))).toEqual([]);
  });
});
