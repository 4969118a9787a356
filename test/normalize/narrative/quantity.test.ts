import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NUMBER, readQuantity } from '../../../src/normalize/narrative/quantity.js';
import type { Measure } from '../../../src/normalize/printed.js';

describe('a number of the prose', () => {
  it.each<[printed: string, unit: string, measure: Measure, value: number | null, step: number | null]>([
    ['2568.50', '万元', 'money', 2_568_500_000, 10_000],
    ['1,202.95', '万元', 'money', 1_202_950_000, 10_000],
    ['7842977.60', '元', 'money', 784_297_760, 1],
    ['3.5', '亿元', 'money', 35_000_000_000, 1_000_000_000],
    ['0.00', '万', 'money', 0, 10_000],
    ['０．４０', '万元', 'money', 400_000, 10_000],
    ['28861.938591', '万元', 'money', 28_861_938_591, 1],
    ['1.2.3', '万元', 'money', null, null],
    ['5', '', 'money', null, null],
    ['26.43', '%', 'percent', 264_300, 100],
    ['0', '%', 'percent', 0, 10_000],
    ['-7.03', '%', 'percent', -70_300, 100],
    ['16', '倍', 'percent', 16_000_000, 1_000_000],
    ['4', '辆', 'count', 40_000, 10_000],
    ['两', '个', 'count', 20_000, 10_000],
    ['99.43', '分', 'score', 994_300, 100],
    ['两', '%', 'percent', null, null],
  ])('%s%s as %s is %s in steps of %s', (printed, unit, measure, value, step) => {
    const quantity = readQuantity(printed, unit, measure, []);
    expect([quantity.value, quantity.step]).toEqual([value, step]);
    expect(quantity.reading).toBe(value === null ? 'unreadable' : 'amount');
  });

  it('is found whole, whatever its groups and decimals', () => {
    fc.assert(
      fc.property(fc.nat(999_999_999), fc.nat(99), fc.boolean(), (whole, cents, grouped) => {
        const digits = grouped ? whole.toLocaleString('en-US') : String(whole);
        const printed = `${digits}.${String(cents).padStart(2, '0')}`;
        const found = new RegExp(NUMBER).exec(`收入${printed}万元`)?.[0] ?? '';
        expect(found).toBe(printed);
        expect(readQuantity(found, '万元', 'money', []).value).toBe(whole * 1_000_000 + cents * 10_000);
      }),
    );
  });
});
