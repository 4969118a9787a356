import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { diagnoseAmounts, type PrintedValue } from '../../src/verify/diagnosis.js';

/** "2568.50" in units of the sixth decimal, as fen under 万元. */
function printed(text: string): PrintedValue {
  const [whole = '', decimals = ''] = text.replace('-', '').split('.');
  const step = 10 ** (6 - decimals.length);
  const value = Number(whole + decimals) * step;
  return { value: text.startsWith('-') ? -value : value, step };
}

describe('diagnoseAmounts', () => {
  it.each([
    ['2568.50', '2568.50', null],
    ['2568.5', '2568.50', null],
    ['27.57', '27.5734', null],
    ['0.3', '2995.39', 'unit-slip'],
    ['25685000.00', '2568.50', 'unit-slip'],
    ['25685012', '2568.50', 'unit-slip'],
    ['0.26', '2568.50', 'unit-slip'],
    ['256.85', '2568.50', 'decimal-slip'],
    ['25.68', '2568.50', 'decimal-slip'],
    ['30', '3', 'decimal-slip'],
    ['0.3', '2.95', null],
    ['2658.50', '2568.50', 'transposed'],
    ['2586.50', '2568.50', 'transposed'],
    ['2565.80', '2568.50', 'transposed'],
    ['2865.50', '2568.50', null],
    ['2568.05', '2568.50', 'transposed'],
    ['2563.50', '2568.50', 'digit-slip'],
    ['1568.50', '2568.50', 'digit-slip'],
    ['-1568.50', '-2568.50', 'digit-slip'],
    ['-2568.50', '2568.50', null],
    ['3.00', '5.00', null],
    ['53.00', '55.00', null],
    ['53.20', '55.20', 'digit-slip'],
    ['2563.51', '2568.50', null],
    ['887.36', '87.36', 'digit-slip'],
    ['268.50', '2568.50', 'digit-slip'],
    ['25688.50', '2568.50', 'digit-slip'],
    ['5.30', '53.30', null],
    ['287.36', '87.39', null],
    ['251.26', '251.268', 'truncated'],
    ['69.38', '69.388', 'truncated'],
    ['69.3', '69.384', 'truncated'],
    ['69.37', '69.388', 'digit-slip'],
    ['12.00', '0.00', null],
    ['0.00', '0.00', null],
  ])('%s printed for %s: %s', (is, should, diagnosis) => {
    expect(diagnoseAmounts(printed(is), printed(should))).toBe(diagnosis);
  });

  it('compares digits at the coarser last place: prose in 万元 against a table in 元', () => {
    expect(diagnoseAmounts(printed('2658.50'), printed('2568.4963'))).toBe('transposed');
    expect(diagnoseAmounts(printed('2563.50'), printed('2568.4963'))).toBe('digit-slip');
  });

  it('is exact beyond the range of doubles, and says nothing of what is not an integer', () => {
    expect(diagnoseAmounts({ value: 9_007_199_254_740_991, step: 1 }, { value: 900_719_925_474, step: 1 })).toBe(
      'unit-slip',
    );
    expect(diagnoseAmounts({ value: Number.NaN, step: 1 }, { value: 5, step: 1 })).toBeNull();
    expect(diagnoseAmounts({ value: 5, step: 0 }, { value: 6, step: 1 })).toBeNull();
  });

  it('names the slip that was made', () => {
    const digits = fc
      .stringMatching(/^[1-9]\d{3,7}$/)
      .filter((text) => !text.endsWith('0'))
      .chain((text) =>
        fc.record({ text: fc.constant(text), at: fc.nat(text.length - 2), digit: fc.integer({ min: 1, max: 9 }) }),
      );
    fc.assert(
      fc.property(digits, ({ text, at, digit }) => {
        const value = (digitsOf: string) => ({ value: Number(digitsOf), step: 1 });
        const swapped = text.slice(0, at) + text.charAt(at + 1) + text.charAt(at) + text.slice(at + 2);
        const other = String((Number(text.charAt(at)) + digit) % 10);
        const slipped = text.slice(0, at) + other + text.slice(at + 1);
        if (swapped !== text && !swapped.startsWith('0'))
          expect(diagnoseAmounts(value(swapped), value(text))).toBe('transposed');
        if (other !== text.charAt(at) && !slipped.startsWith('0'))
          expect(diagnoseAmounts(value(slipped), value(text))).toBe('digit-slip');
      }),
    );
  });
});
