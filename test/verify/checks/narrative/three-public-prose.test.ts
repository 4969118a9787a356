import { describe, expect, it } from 'vitest';
import type { Claim, ClaimSubject } from '../../../../src/normalize/narrative/claim.js';
import type { Check } from '../../../../src/verify/check.js';
import { counts } from '../../../../src/verify/checks/counts/money.js';
import { operatingFunds } from '../../../../src/verify/checks/narrative/operating-funds.js';
import { threePublicProse } from '../../../../src/verify/checks/narrative/three-public-prose.js';
import { aClaim, aFact, aQuantity } from '../../../support/narrative-factory.js';
import { statement } from '../../../support/statement-factory.js';
import { findings, outcomes, prose } from './told.js';

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

describe('counts', () => {
  const count = (kind: Parameters<typeof aFact>[0], printed: string) =>
    aFact(kind, { value: aQuantity(printed, 'count') });
  it.each([
    ['counts/abroad', 'abroad', '0.00', [count('abroad-groups', '0'), count('abroad-persons', '0')], ['exact']],
    ['counts/abroad', 'abroad', '0.00', [count('abroad-groups', '1'), count('abroad-persons', '2')], ['violation']],
    ['counts/abroad', 'abroad', '3.20', [count('abroad-groups', '0'), count('abroad-persons', '0')], ['violation']],
    ['counts/vehicles', 'vehicle-purchase', '25.00', [count('vehicles-bought', '1')], ['exact']],
    ['counts/vehicles', 'vehicle-purchase', '0.00', [count('vehicles-bought', '1')], ['violation']],
    [
      'counts/reception',
      'reception',
      '1.00',
      [count('reception-batches', '9'), count('reception-persons', '80')],
      ['exact', 'exact'],
    ],
    [
      'counts/reception',
      'reception',
      '1.00',
      [count('reception-batches', '80'), count('reception-persons', '9')],
      ['exact', 'violation'],
    ],
  ] as const)('%s: %s %s', (id, subject, amount, facts, expected) => {
    const claim = aClaim(subject, { numbers: { amount: aQuantity(amount) } });
    expect(outcomes(check(counts, id), prose([claim], { facts }))).toEqual(expected);
  });
});

describe('narrative/operating-funds', () => {
  const table = statement(
    'general-budget-basic-expenditure',
    ['amount'],
    [
      ['302', '180.00'],
      ['310', '4.65'],
      ['public-total', '184.65'],
    ],
  );
  const on = (amount: string, text = '') =>
    prose([aClaim('operating-funds', { numbers: { amount: aQuantity(amount) }, text })], { statements: [table] });

  it.each([
    ['184.65', ['exact']],
    ['100.00', ['not-applicable']],
    ['190.00', ['violation']],
  ])('%s is %s', (amount, expected) => {
    expect(outcomes(operatingFunds, on(amount))).toEqual(expected);
  });

  it('an institution has none', () => {
    expect(findings(operatingFunds, on('10.00', '本单位为事业单位没有机关运行经费'))).toHaveLength(1);
    expect(findings(operatingFunds, on('0.00', '本单位为事业单位没有机关运行经费'))).toEqual([]);
  });
});
