import { expect, it } from 'vitest';
import { outcomesOf } from '../../support/outcomes.js';
import { type RowSpec, statement } from '../../support/statement-factory.js';

const LIST: readonly RowSpec[] = [
  ['grand-total', '21955.35'],
  ['general-budget', '21940.96'],
  ['general-budget-item', '21940.96'],
  ['general-budget-item-2', ''],
  ['government-funds', ''],
  ['other', '14.39'],
  ['other-item', ''],
  ['other-item-3', '14.39'],
  ['opening', ''],
];
const changed = (key: string, printed: string) => LIST.map((row): RowSpec => (row[0] === key ? [key, printed] : row));

it.each<[string, readonly RowSpec[], string, readonly string[]]>([
  ['subtotals add up', LIST, 'revenue-list/total', ['exact']],
  ['wrong total', changed('grand-total', '21965.35'), 'revenue-list/total', ['violation']],
  ['lines of each subtotal', LIST, 'revenue-list/group', ['exact', 'exact']],
  ['wrong line', changed('other-item', '3.00'), 'revenue-list/group', ['exact', 'violation']],
  [
    'unknown line with an amount',
    [...changed('grand-total', '21965.35'), ['row-9', '10.00']],
    'revenue-list/total',
    ['unresolved'],
  ],
  ['no tree of codes', LIST, 'hierarchy/total', ['not-applicable']],
  ['no list without a total', LIST.slice(1), 'revenue-list/total', []],
])('%s', (_name, rows, check, outcomes) => {
  expect(outcomesOf(check, statement('revenue', ['amount'], rows))).toEqual(outcomes);
});

it('does not add lines marked 其中', () => {
  const table = statement(
    'revenue',
    ['amount'],
    [
      ['opening', '5.00'],
      ['opening-item', '2.00'],
    ],
  );
  const marked = { ...table, rows: table.rows.map((row) => ({ ...row, label: `其中：${row.label}` })) };
  expect(outcomesOf('revenue-list/group', marked)).toEqual([]);
});
