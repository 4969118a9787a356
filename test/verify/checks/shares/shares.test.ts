import { describe, expect, it } from 'vitest';
import type { Claim } from '../../../../src/normalize/narrative/claim.js';
import { sharesClosure, sharesPercent } from '../../../../src/verify/checks/shares/percent.js';
import { aClaim, aQuantity } from '../../../support/narrative-factory.js';
import { findings, outcomes, prose, verdicts } from '../narrative/told.js';

const whole = aClaim('general-budget-expenditure', {
  label: '一般公共预算财政拨款支出',
  numbers: { amount: aQuantity('2940.05') },
});
const part = (label: string, amount: string, share: string, rest: Partial<Claim> = {}): Claim =>
  aClaim('expenditure-use', {
    label,
    numbers: { amount: aQuantity(amount), share: aQuantity(share, 'percent') },
    shareOf: { claim: 0, printed: '' },
    ...rest,
  });
const list = (first: string, last: string) =>
  prose([
    whole,
    part('一', '2106.66', first),
    part('二', '326.72', '11.11'),
    part('三', '60.99', '2.07'),
    part('四', '445.68', last),
  ]);

describe('shares/percent', () => {
  it('holds', () => {
    expect(outcomes(sharesPercent, list('71.65', '15.16'))).toEqual(['exact', 'exact', 'exact', 'exact']);
    expect(outcomes(sharesClosure, list('71.65', '15.16'))).toEqual(['rounding']);
  });

  it('tells a wrong share once, with the sum of the list as evidence', () => {
    expect(verdicts(sharesPercent, list('71.73', '15.16'))).toEqual(['error']);
    expect(findings(sharesPercent, list('71.73', '15.16'))[0]?.message).toMatch(/71\.65%.*合计 100\.07%/);
    expect(outcomes(sharesClosure, list('71.73', '15.16'))).toEqual(['violation']);
    expect(findings(sharesClosure, list('71.73', '15.16'))).toEqual([]);
  });

  it('notes a share that is nudged so that the list closes', () => {
    expect(verdicts(sharesPercent, list('71.66', '15.16'))).toEqual(['note rounding']);
    expect(findings(sharesPercent, list('71.66', '15.16'))[0]?.message).toMatch(/合计 100%，可能为凑整/);
  });

  it('notes a share that is cut off', () => {
    const cut = prose([{ ...whole, numbers: { amount: aQuantity('21955.35') } }, part('其他', '14.39', '0.06')]);
    expect(verdicts(sharesPercent, cut)).toEqual(['note truncated']);
  });

  it('finds the whole by its words, and is silent where there is none', () => {
    const named = { shareOf: { claim: null, printed: '一般公共预算财政拨款支出' } };
    expect(outcomes(sharesPercent, prose([whole, part('一', '2106.66', '71.65', named)]))).toEqual(['exact']);
    const unknown = { shareOf: { claim: null, printed: '全部资金' } };
    expect(outcomes(sharesPercent, prose([whole, part('一', '2106.66', '71.73', unknown)]))).toEqual([]);
  });

  it('does not close a list whose amounts are not all of the whole', () => {
    expect(
      outcomes(sharesClosure, prose([whole, part('一', '2106.66', '71.65'), part('二', '326.72', '11.11')])),
    ).toEqual([]);
  });
});
