import { describe, expect, it } from 'vitest';
import { integerOf, measureOf, stepOf } from '../../src/verify/value.js';
import { aQuantity } from '../support/narrative-factory.js';
import { figure } from '../support/statement-factory.js';

const unread = { reading: 'unreadable', value: null, step: null } as const;

describe('a number of either kind', () => {
  it.each([
    ['a figure', figure('12.34'), 12_340_000, 10_000, 'money'],
    ['a figure in 元', figure('12.34', '元'), 1234, 1, 'money'],
    ['a blank figure', figure(''), null, null, 'money'],
    ['an unreadable figure', figure('?'), null, null, 'money'],
    ['an amount of the prose', aQuantity('0.05'), 50_000, 10_000, 'money'],
    ['a percentage', aQuantity('26.43', 'percent'), 264_300, 100, 'percent'],
    ['a count', aQuantity('4', 'count'), 40_000, 10_000, 'count'],
    ['nothing read', aQuantity('9', 'score', unread), null, null, 'score'],
    ['nothing printed', null, null, null, 'money'],
  ] as const)('%s', (_name, number, value, step, measure) => {
    expect([integerOf(number), stepOf(number), measureOf(number)]).toEqual([value, step, measure]);
  });
});
