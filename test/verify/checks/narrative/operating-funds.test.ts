import { describe, expect, it } from 'vitest';
import { operatingFunds } from '../../../../src/verify/checks/narrative/operating-funds.js';
import { aClaim, aQuantity } from '../../../support/narrative-factory.js';
import { statement } from '../../../support/statement-factory.js';
import { findings, outcomes, prose } from './told.js';

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
