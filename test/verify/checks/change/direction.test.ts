import { describe, expect, it } from 'vitest';
import type { Claim, ClaimRole, Direction } from '../../../../src/normalize/narrative/claim.js';
import { changeAmount } from '../../../../src/verify/checks/change/amount.js';
import { changeDirection } from '../../../../src/verify/checks/change/direction.js';
import { changeSum } from '../../../../src/verify/checks/change/sum.js';
import { aClaim, aQuantity } from '../../../support/narrative-factory.js';
import { outcomes, prose, verdicts } from '../narrative/told.js';

function claimOf(
  numbers: Partial<Record<ClaimRole, string>>,
  direction: Direction | null,
  rest: Partial<Claim> = {},
): Claim {
  const read = Object.fromEntries(Object.entries(numbers).map(([role, printed]) => [role, aQuantity(printed)]));
  return aClaim('general-budget-function', { numbers: read, direction, ...rest });
}

describe('change/direction', () => {
  it.each([
    ['more', { amount: '30.00', base: '15.00' }, 'increase'],
    ['less', { amount: '25.77', base: '60.13' }, 'decrease'],
    ['the same', { amount: '10.00', base: '10.00' }, 'unchanged'],
    ['增加0.00万元 for no change', { amount: '0.40', base: '0.40', change: '0.00' }, 'increase'],
    ['an increase of all', { amount: '10.42', change: '10.42' }, 'new'],
    ['a decrease larger than what is left', { amount: '25.77', change: '34.36' }, 'decrease'],
  ] as const)('holds for %s', (_, numbers, direction) => {
    expect(outcomes(changeDirection, prose([claimOf(numbers, direction)]))).not.toContain('violation');
    expect(verdicts(changeDirection, prose([claimOf(numbers, direction)]))).toEqual([]);
  });

  it.each([
    ['增加 for less', { amount: '25.77', base: '60.13' }, 'increase'],
    ['减少 for more', { amount: '30.00', base: '15.00' }, 'decrease'],
    ['持平 for less', { amount: '25.77', base: '60.13' }, 'unchanged'],
    ['持平 beside a change', { amount: '25.77', change: '3.00' }, 'unchanged'],
    ['an increase of more than all', { amount: '25.77', change: '60.13' }, 'increase'],
  ] as const)('tells %s', (_, numbers, direction) => {
    expect(verdicts(changeDirection, prose([claimOf(numbers, direction)]))).toEqual(['error wrong-direction']);
  });
});

describe('change/amount', () => {
  it.each([
    [{ amount: '30.00', base: '15.00', change: '15.00' }, 'increase', 'exact'],
    [{ amount: '25.77', base: '60.13', change: '34.36' }, 'decrease', 'exact'],
    [{ amount: '25.77', base: '60.13', change: '-34.36' }, 'decrease', 'exact'],
    [{ amount: '25.77', base: '60.13', change: '34.63' }, 'decrease', 'violation'],
  ] as const)('%j %s is %s', (numbers, direction, outcome) => {
    expect(outcomes(changeAmount, prose([claimOf(numbers, direction)]))).toEqual([outcome]);
  });
});

describe('change/sum', () => {
  const against = { year: 'prior', phase: 'executed' } as const;
  const total = (change: string) =>
    aClaim('general-budget-expenditure', {
      numbers: { amount: aQuantity('44.71'), change: aQuantity(change) },
      direction: 'increase',
      against,
    });
  const item = (code: string, numbers: Partial<Record<ClaimRole, string>>, direction: Direction) =>
    claimOf(numbers, direction, {
      code: { scheme: 'functional', code, printed: code, match: 'known', catalogueName: null },
      against,
    });
  const items = [
    item('2080505', { amount: '25.33', change: '12.68' }, 'increase'),
    item('2101102', { amount: '8.99', change: '1.52' }, 'decrease'),
    item('2210202', { amount: '10.39' }, 'unchanged'),
  ];

  it('adds up signed changes', () => {
    expect(outcomes(changeSum, prose([total('11.16'), ...items]))).toEqual(['exact']);
    expect(outcomes(changeSum, prose([total('14.20'), ...items]))).toEqual(['violation']);
  });

  it('takes the difference of both ends', () => {
    const ends = item('2210202', { amount: '10.39', base: '9.39' }, 'increase');
    expect(outcomes(changeSum, prose([total('12.16'), ...items.slice(0, 2), ends]))).toEqual(['exact']);
  });

  it('leaves a list alone that is not all of the total, or compares with another phase', () => {
    expect(outcomes(changeSum, prose([total('14.20'), ...items.slice(0, 2)]))).toEqual([]);
    const other = { ...total('14.20'), against: { year: 'prior', phase: 'approved' } as const };
    expect(outcomes(changeSum, prose([other, ...items]))).toEqual([]);
  });
});
