import { describe, expect, it } from 'vitest';
import type { Claim, ClaimSubject } from '../../../../src/normalize/narrative/claim.js';
import type { Check } from '../../../../src/verify/check.js';
import { threePublicProse } from '../../../../src/verify/checks/narrative/three-public-prose.js';
import { aClaim, aQuantity } from '../../../support/narrative-factory.js';
import { outcomes, prose } from './told.js';

function check(list: readonly Check[], id: string): Check {
  const found = list.find((one) => one.id === id);
  if (found === undefined) throw new Error(`no check ${id}`);
  return found;
}

const part = (subject: ClaimSubject, amount: string, change: string | null): Claim =>
  aClaim(subject, {
    numbers: { amount: aQuantity(amount), ...(change === null ? {} : { change: aQuantity(change) }) },
    direction: change === null ? 'unchanged' : 'increase',
    against: { year: 'prior', phase: 'approved' },
  });
const parts = [part('abroad', '0.00', null), part('vehicle', '46.56', '25.00'), part('reception', '1.35', null)];

describe('three-public in the prose', () => {
  it.each([
    ['47.91', '25.00', ['exact'], ['exact']],
    ['47.97', '25.00', ['violation'], ['exact']],
    ['47.91', '20.00', ['exact'], ['violation']],
  ] as const)('total %s, change %s', (total, change, sums, changes) => {
    const on = prose([part('three-public', total, change), ...parts]);
    expect(outcomes(check(threePublicProse, 'three-public/prose-total'), on)).toEqual(sums);
    expect(outcomes(check(threePublicProse, 'three-public/prose-change'), on)).toEqual(changes);
  });

  it('needs every part, and the same phase', () => {
    const total = check(threePublicProse, 'three-public/prose-total');
    expect(outcomes(total, prose([part('three-public', '47.97', null), ...parts.slice(1)]))).toEqual([]);
    const plan = { ...part('three-public', '47.97', null), phase: 'approved' as const };
    expect(outcomes(total, prose([plan, ...parts]))).toEqual([]);
  });
});
