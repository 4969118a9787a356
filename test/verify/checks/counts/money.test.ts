import { describe, expect, it } from 'vitest';
import type { Check } from '../../../../src/verify/check.js';
import { counts } from '../../../../src/verify/checks/counts/money.js';
import { aClaim, aFact, aQuantity } from '../../../support/narrative-factory.js';
import { outcomes, prose } from '../narrative/told.js';

function check(list: readonly Check[], id: string): Check {
  const found = list.find((one) => one.id === id);
  if (found === undefined) throw new Error(`no check ${id}`);
  return found;
}

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
