import { describe, expect, it } from 'vitest';
import type { Claim } from '../../../../src/normalize/narrative/claim.js';
import type { Report } from '../../../../src/normalize/report.js';
import { narrativeAmount } from '../../../../src/verify/checks/narrative/amount.js';
import { verify } from '../../../../src/verify/verify.js';
import { aClaim, aQuantity } from '../../../support/narrative-factory.js';
import { statement } from '../../../support/statement-factory.js';
import { findings, outcomes, prose, verdicts } from './told.js';

const tables = [
  statement('expenditure', ['total', 'basic'], [['total', '2940.05', '2336.91']]),
  statement('general-budget-expenditure', ['total', 'basic'], [['total', '2840.05', '2236.91']]),
];

const stated = (amount: string, rest: Partial<Claim> = {}): Claim =>
  aClaim('expenditure', { numbers: { amount: aQuantity(amount) }, figures: { amount: ['0/0/total'] }, ...rest });

const on = (claims: readonly Claim[]): Report => prose(claims, { statements: tables });

describe('narrative/amount', () => {
  it('holds where the prose repeats the cell', () => {
    expect(outcomes(narrativeAmount, on([stated('2940.05')]))).toEqual(['exact']);
    expect(outcomes(narrativeAmount, on([stated('2940.1')]))).toEqual(['rounding']);
  });

  it('knows tables in 元 under prose in 万元', () => {
    const yuan = statement('expenditure', ['total'], [['total', '156,211,084']], '元');
    const at = (amount: string) => prose([stated(amount)], { statements: [yuan] });
    expect(outcomes(narrativeAmount, at('15621.11'))).toEqual(['rounding']);
    expect(outcomes(narrativeAmount, at('15621.12'))).toEqual(['violation']);
  });

  it.each([
    ['the wrong unit', '0.294005', 'error unit-slip'],
    ['a moved point', '294.005', 'error decimal-slip'],
    ['transposed digits', '2904.05', 'error transposed'],
    ['one wrong digit', '2990.05', 'error digit-slip'],
    ['the amount of another table', '2840.05', 'error quoted-other-table'],
    ['something else', '11.11', 'error'],
    ['one last place', '2940.06', 'note rounding'],
  ])('tells %s', (_, amount, verdict) => {
    expect(verdicts(narrativeAmount, on([stated(amount)]))).toEqual([verdict]);
  });

  it('makes one note of all amounts that were cut off', () => {
    const yuan = statement(
      'expenditure',
      ['total'],
      [
        ['2080501', '877,080'],
        ['2210201', '2,049,197'],
      ],
      '元',
    );
    const cut = (amount: string, path: string) => stated(amount, { figures: { amount: [path] } });
    const cuts = prose([cut('87.70', '0/0/total'), cut('204.91', '0/1/total')], { statements: [yuan] });
    expect(verdicts(narrativeAmount, cuts)).toEqual(['note truncated']);
    expect(findings(narrativeAmount, cuts)[0]?.message).toMatch(/有 2 个金额.*87\.70.*204\.91/);
  });

  it('tells a wrong amount once for its cells, and once for its repetitions in the paragraph', () => {
    const twice = stated('2977.05', { figures: { amount: ['0/0/total', '0/0/total'] } });
    expect(findings(narrativeAmount, on([twice, twice]))).toHaveLength(1);
    expect(outcomes(narrativeAmount, on([twice, twice]))).toEqual(['violation', 'violation']);
  });

  it('follows one of two tables that are nudged against each other', () => {
    const nudged = statement('appropriations', ['total'], [['total', '2940.04']]);
    const both = stated('2940.05', { figures: { amount: ['0/0/total', '2/0/total'] } });
    expect(outcomes(narrativeAmount, prose([both], { statements: [...tables, nudged] }))).toEqual([
      'exact',
      'rounding',
    ]);
  });

  it('says in which table the amount stands', () => {
    expect(findings(narrativeAmount, on([stated('2840.05')]))[0]?.message).toContain('见于general-budget-expenditure');
  });

  it('tells the amount of the year before', () => {
    const other = stated('2940.05', {
      numbers: { amount: aQuantity('2940.05'), change: aQuantity('63.14') },
      direction: 'decrease',
    });
    expect(verdicts(narrativeAmount, on([stated('3003.19'), other]))).toEqual(['error stale-year']);
  });

  it('tells a sentence that contradicts the one before', () => {
    expect(verdicts(narrativeAmount, on([stated('2940.05'), stated('2977.05')]))).toEqual(['error self-contradiction']);
  });

  it('disputes the prose, not the table', () => {
    const { claims, statements } = verify(on([stated('2904.05')]), [narrativeAmount]);
    expect(claims[0]?.numbers.amount?.status).toBe('disputed');
    expect(statements[0]?.rows[0]?.figures.total?.status).toBe('unverified');
  });
});
