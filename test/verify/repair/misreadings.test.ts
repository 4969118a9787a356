import { describe, expect, it } from 'vitest';
import { isWellFormed, misreadingsOf } from '../../../src/verify/repair/misreadings.js';

const ways = (digits: string, decimals: number, isNegative = false) =>
  misreadingsOf({ digits, decimals, isNegative }).map(({ truth, slip }) => {
    const whole = truth.digits.length - truth.decimals;
    const text = `${truth.isNegative ? '-' : ''}${truth.digits.slice(0, whole)}.${truth.digits.slice(whole)}`;
    return `${slip} ${text}`;
  });

describe('misreadingsOf', () => {
  it.each([
    ['2633', 2, 'look-alike 25.33'],
    ['2533', 2, 'lost-minus -25.33'],
    ['256850', 0, 'lost-point 2568.50'],
    ['2533', 2, 'lost-first-digit 125.33'],
    ['12533', 2, 'extra-first-digit 25.33'],
    ['25331', 2, 'extra-last-digit 253.3'],
    ['2533', 2, 'moved-point 253.3'],
    ['1533', 2, 'lost-double 115.33'],
    ['11533', 2, 'extra-double 15.33'],
    ['2533', 2, 'lost-digit 275.33'],
  ])('%s with %i decimals may be %s', (digits, decimals, expected) => {
    expect(ways(digits, decimals)).toContain(expected);
  });

  it('gives back a minus only where one was read', () => {
    expect(ways('500', 2, true)).toContain('extra-minus 5.00');
    expect(ways('500', 2, true).some((way) => way.startsWith('lost-minus'))).toBe(false);
  });

  it('proposes numbers as they are printed, the cheapest first', () => {
    const found = misreadingsOf({ digits: '1025', decimals: 2, isNegative: false });
    expect(found.every(({ truth }) => isWellFormed(truth))).toBe(true);
    expect(found.map(({ price }) => price)).toEqual(found.map(({ price }) => price).sort((a, b) => a - b));
    expect(ways('000', 2).some((way) => way.includes('-'.concat('0.00')))).toBe(false);
  });
});
