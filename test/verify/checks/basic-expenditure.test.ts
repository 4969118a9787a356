import { expect, it } from 'vitest';
import { outcomesOf } from '../../support/outcomes.js';
import { type RowSpec, statement } from '../../support/statement-factory.js';

const ROWS: readonly RowSpec[] = [
  ['301', '5.00'],
  ['30101', '5.00'],
  ['303', '1.00'],
  ['302', '2.00'],
  ['310', '0.50'],
];

it.each<[string, string, readonly RowSpec[], readonly string[]]>([
  ['301 + 303', 'basic-expenditure/personnel', [['personnel-total', '6.00']], ['exact']],
  ['wrong foot', 'basic-expenditure/personnel', [['personnel-total', '7.00']], ['violation']],
  ['no foot', 'basic-expenditure/personnel', [], []],
  ['the other classes', 'basic-expenditure/public', [['public-total', '2.50']], ['exact']],
  [
    'a class that is neither',
    'basic-expenditure/public',
    [
      ['304', '1.00'],
      ['public-total', '3.50'],
    ],
    ['unresolved'],
  ],
  [
    'feet add up to 合计',
    'basic-expenditure/total',
    [
      ['personnel-total', '6.00'],
      ['public-total', '2.50'],
      ['total', '8.50'],
    ],
    ['exact'],
  ],
  [
    'one foot is not enough',
    'basic-expenditure/total',
    [
      ['personnel-total', '6.00'],
      ['total', '8.50'],
    ],
    [],
  ],
])('%s', (_name, check, feet, outcomes) => {
  const table = statement('general-budget-basic-expenditure', ['amount'], [...ROWS, ...feet]);
  expect(outcomesOf(check, table)).toEqual(outcomes);
});
