import { describe, expect, it } from 'vitest';
import { outcomesOf } from '../../support/outcomes.js';
import { type RowSpec, statement } from '../../support/statement-factory.js';

const table = (rows: readonly RowSpec[]) => statement('expenditure', ['total'], rows);
const WHOLE: readonly RowSpec[] = [
  ['total', '6.00'],
  ['208', '4.00'],
  ['20805', '3.00'],
  ['2080505', '2.00'],
  ['2080506', '1.00'],
  ['20810', '1.00'],
  ['2081005', '1.00'],
  ['210', '2.00'],
];
const without = (...keys: readonly string[]) => WHOLE.filter(([key]) => !keys.includes(key));
const changed = (key: string, printed: string) => WHOLE.map((row): RowSpec => (row[0] === key ? [key, printed] : row));

describe('hierarchy', () => {
  it.each<[string, readonly RowSpec[], string, readonly string[]]>([
    ['total of classes', WHOLE, 'hierarchy/total', ['exact']],
    ['a class printed without sections', WHOLE, 'hierarchy/class', ['exact', 'not-applicable']],
    ['sections of items', WHOLE, 'hierarchy/section', ['exact', 'exact']],
    ['rows in any order', WHOLE.toReversed(), 'hierarchy/section', ['exact', 'exact']],
    ['a wrong class', changed('208', '5.00'), 'hierarchy/class', ['violation', 'not-applicable']],
    ['a wrong class spoils the total too', changed('208', '5.00'), 'hierarchy/total', ['violation']],
    ['a section that is not printed is stepped over', without('20810'), 'hierarchy/class', ['exact', 'not-applicable']],
    ['a section printed without items', without('2081005'), 'hierarchy/section', ['exact', 'not-applicable']],
    ['a lost item', without('2080506'), 'hierarchy/section', ['violation', 'exact']],
    [
      'a row without code may be the lost item',
      [...without('2080506'), ['row-9', '1.00']],
      'hierarchy/section',
      ['unresolved', 'exact'],
    ],
    [
      'a class whose only section may be the row without code',
      [
        ['208', '4.00'],
        ['row-1', '4.00'],
      ],
      'hierarchy/class',
      ['unresolved'],
    ],
    [
      'no row was recognised',
      [
        ['row-0', '4.00'],
        ['row-1', '4.00'],
      ],
      'hierarchy/total',
      ['unresolved'],
    ],
    [
      'a class printed twice',
      [...WHOLE, ['208', '9.00']],
      'hierarchy/class',
      ['exact', 'not-applicable', 'unresolved'],
    ],
    ['the total row is lost', without('total'), 'hierarchy/total', ['unresolved']],
    ['a blank table', [['total', '']], 'hierarchy/total', ['not-applicable']],
  ])('%s', (_name, rows, check, outcomes) => {
    expect(outcomesOf(check, table(rows))).toEqual(outcomes);
  });

  it('adds up each known column for itself', () => {
    const columns = ['total', 'basic', 'column-2'];
    const rows: readonly RowSpec[] = [
      ['total', '3.00', '1.00', '7'],
      ['208', '3.00', '2.00', '8'],
    ];
    expect(outcomesOf('hierarchy/total', statement('expenditure', columns, rows))).toEqual(['exact', 'unresolved']);
  });

  it('reads economic codes in two levels, and asks for no total where the form has none', () => {
    const economic = statement(
      'general-budget-basic-expenditure',
      ['amount'],
      [
        ['301', '3.00'],
        ['30101', '3.00'],
        ['302', '2.00'],
        ['30299', '1.00'],
        ['30201', '1.00'],
      ],
    );
    expect(outcomesOf('hierarchy/class', economic)).toEqual(['exact', 'exact']);
    expect(outcomesOf('hierarchy/section', economic)).toEqual([]);
    expect(outcomesOf('hierarchy/total', economic)).toEqual([]);
  });

  it('puts a row with an impossible code nowhere, and says that it may be what is lacking', () => {
    const rows: readonly RowSpec[] = [
      ['total', '4.00'],
      ['210', '4.00'],
      ['21011', '4.00'],
      ['71102', '4.00'],
    ];
    const table = statement('expenditure', ['total'], rows);
    const marked = {
      ...table,
      rows: table.rows.map((row) =>
        row.key === '71102' && row.code ? { ...row, code: { ...row.code, match: 'unlikely' as const } } : row,
      ),
    };
    expect(outcomesOf('hierarchy/total', marked)).toEqual(['exact']);
    expect(outcomesOf('hierarchy/section', marked)).toEqual(['unresolved']);
  });

  it('is unresolved where the row taken for 合计 has no value column', () => {
    const table = statement(
      'expenditure',
      ['column-0', 'total'],
      [
        ['total', '合计'],
        ['row-1', '208', '4.00'],
      ],
    );
    expect(outcomesOf('hierarchy/total', table)).toEqual(['unresolved']);
  });

  it('leaves alone tables that no template knows', () => {
    expect(outcomesOf('hierarchy/total', statement('other', ['total'], WHOLE))).toEqual([]);
  });
});
