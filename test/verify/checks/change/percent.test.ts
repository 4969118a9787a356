import { describe, expect, it } from 'vitest';
import type { Claim } from '../../../../src/normalize/narrative/claim.js';
import { changePercent } from '../../../../src/verify/checks/change/percent.js';
import { aClaim, aQuantity } from '../../../support/narrative-factory.js';
import { statement } from '../../../support/statement-factory.js';
import { findings, outcomes, prose, verdicts } from '../narrative/told.js';

const change = (amount: string, moved: string, percent: string, direction: Claim['direction']): Claim =>
  aClaim('expenditure', {
    numbers: { amount: aQuantity(amount), change: aQuantity(moved), percent: aQuantity(percent, 'percent') },
    direction,
    against: { year: 'prior', phase: 'executed' },
  });

const ends = (base: string, amount: string, percent: string, direction: Claim['direction']): Claim =>
  aClaim('general-budget-function', {
    numbers: { base: aQuantity(base), amount: aQuantity(amount), percent: aQuantity(percent, 'percent') },
    direction,
  });

describe('change/percent', () => {
  it.each([
    ['an increase', change('2566.19', '534.57', '26.31', 'increase'), 'exact'],
    ['a decrease', change('2995.39', '56.95', '1.87', 'decrease'), 'exact'],
    ['a percentage without decimals', change('21940.96', '3958.98', '22', 'increase'), 'exact'],
    ['rounding of small amounts', change('25.33', '12.68', '100.30', 'increase'), 'rounding'],
    ['both ends', ends('60.13', '25.77', '57.14', 'decrease'), 'exact'],
    ['nothing of nothing', change('0.00', '0.00', '0.00', 'increase'), 'not-applicable'],
    ['100 % out of nothing', ends('0.00', '25.00', '100.00', 'increase'), 'not-applicable'],
    ['a printed minus', change('300.00', '-20.00', '-6.25', 'increase'), 'exact'],
  ])('holds for %s', (_, claim, outcome) => {
    expect(outcomes(changePercent, prose([claim]))).toEqual([outcome]);
    expect(findings(changePercent, prose([claim]))).toEqual([]);
  });

  it.each([
    ['over the current value', change('500.00', '100.00', '20.00', 'increase'), 'error wrong-base'],
    ['of the other direction', change('500.00', '100.00', '16.67', 'increase'), 'error wrong-direction'],
    ['a moved point', change('3666.00', '21.80', '0.06', 'increase'), 'error decimal-slip'],
    ['transposed digits', change('2566.19', '534.57', '23.61', 'increase'), 'error transposed'],
    ['one wrong digit', change('2566.19', '534.57', '26.81', 'increase'), 'error digit-slip'],
    ['cut off', change('300000.00', '116060.00', '63.09', 'increase'), 'note truncated'],
    ['one last place away', change('2566.19', '534.57', '26.33', 'increase'), 'error digit-slip'],
    ['a rate out of nothing', ends('0.00', '25.00', '25.00', 'increase'), 'warning'],
    ['an increase where both ends fall', ends('60.13', '25.77', '57.14', 'increase'), 'error wrong-direction'],
  ])('tells %s', (_, claim, verdict) => {
    expect(verdicts(changePercent, prose([claim]))).toEqual([verdict]);
  });

  it('lists every number with its page', () => {
    const [finding] = findings(changePercent, prose([change('500.00', '100.00', '20.00', 'increase')]));
    expect(finding?.message).toMatch(/20\.00%（第2页）.*500\.00万元（第2页）.*100\.00万元（第2页）.*25%/);
  });

  it('computes with the amount of the table where the prose has its amount wrong: one fault, not two', () => {
    const table = statement('expenditure', ['total'], [['total', '2995.39']]);
    const claim = { ...change('0.00', '56.95', '1.87', 'decrease'), figures: { amount: ['0/0/total'] } };
    expect(outcomes(changePercent, prose([claim], { statements: [table] }))).toEqual(['exact']);
    expect(outcomes(changePercent, prose([{ ...claim, figures: {} }]))).toEqual(['violation']);
  });

  it('says nothing without the numbers', () => {
    const claim = aClaim('expenditure', { numbers: { percent: aQuantity('5.00', 'percent') }, direction: 'increase' });
    expect(outcomes(changePercent, prose([claim]))).toEqual([]);
  });
});
