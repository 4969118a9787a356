import { describe, expect, it } from 'vitest';
import { outcomesOf } from '../../support/outcomes.js';
import { statement, twoSided } from '../../support/statement-factory.js';

describe('across/revenue', () => {
  it.each<[string, readonly string[], readonly string[], readonly string[]]>([
    ['sources add up', ['total', 'fiscal', 'other'], ['2112.86', '2106.66', '6.20'], ['exact']],
    ['a slip', ['total', 'fiscal', 'other'], ['2112.68', '2106.66', '6.20'], ['violation']],
    [
      'education fees are 其中',
      ['total', 'fiscal', 'institutional', 'education-fees'],
      ['9.00', '4.00', '5.00', '2.00'],
      ['exact'],
    ],
    [
      'funds below fiscal',
      ['total', 'fiscal', 'general-budget', 'government-funds', 'other'],
      ['9.00', '8.00', '6.00', '2.00', '1.00'],
      ['exact'],
    ],
    [
      'funds without fiscal',
      ['total', 'opening', 'general-budget', 'government-funds'],
      ['9.00', '1.00', '6.00', '2.00'],
      ['exact'],
    ],
    [
      'unknown column with a value',
      ['total', 'fiscal', 'other', 'column-3'],
      ['9.00', '4.00', '3.00', '2.00'],
      ['unresolved'],
    ],
    ['total column lost', ['fiscal', 'other'], ['4.00', '3.00'], ['unresolved']],
    ['one part column only', ['total', 'fiscal'], ['9.00', '4.00'], ['unresolved']],
    ['no part columns', ['total'], ['9.00'], []],
  ])('%s', (_name, columns, values, outcomes) => {
    expect(outcomesOf('across/revenue', statement('revenue', columns, [['208', ...values]]))).toEqual(outcomes);
  });

  it('adds the funds below the column 财政拨款收入 apart', () => {
    const table = statement(
      'revenue',
      ['total', 'fiscal', 'general-budget', 'government-funds', 'other'],
      [['total', '9.00', '8.00', '6.00', '1.00', '1.00']],
    );
    expect(outcomesOf('across/fiscal-revenue', table)).toEqual(['violation']);
  });
});

describe('across/expenditure', () => {
  it.each<[string, readonly string[], readonly string[], readonly string[]]>([
    ['basic and project', ['total', 'basic', 'project'], ['1511.89', '1503.52', '8.37'], ['exact']],
    [
      'all kinds',
      ['total', 'basic', 'project', 'to-superior', 'operating', 'to-subsidiary'],
      ['15.00', '5.00', '4.00', '3.00', '2.00', '1.00'],
      ['exact'],
    ],
    [
      'Jiangsu',
      ['total', 'basic', 'project', 'reserve', 'carried-forward'],
      ['18330.37', '9312.90', '6459.58', '2557.89', ''],
      ['exact'],
    ],
    [
      'personnel and operating funds in place of basic',
      ['total', 'personnel', 'public', 'project'],
      ['6.00', '1.00', '2.00', '3.00'],
      ['exact'],
    ],
    [
      'basic with its parts',
      ['total', 'basic', 'personnel', 'public', 'project'],
      ['6.00', '3.00', '1.00', '2.00', '3.00'],
      ['exact'],
    ],
    ['a row of blanks', ['total', 'basic', 'project'], ['', '', ''], ['not-applicable']],
    ['amounts in one column', ['amount'], ['6.00'], []],
  ])('%s', (_name, columns, values, outcomes) => {
    expect(outcomesOf('across/expenditure', statement('expenditure', columns, [['208', ...values]]))).toEqual(outcomes);
  });

  it('covers the expenditure list of a summary that is split by use', () => {
    const table = twoSided(
      'revenue-and-expenditure',
      [],
      ['total', 'personnel', 'public', 'project'],
      [['func-208', '11281624', '6540674', '2120950', '2620000']],
    );
    expect(outcomesOf('across/expenditure', table)).toEqual(['exact']);
  });
});

describe('across/basic-expenditure', () => {
  it('adds personnel and operating funds to the total of an economic table, and to basic elsewhere', () => {
    const economic = statement(
      'general-budget-basic-expenditure',
      ['total', 'personnel', 'public'],
      [
        ['302', '2120950', '', '2120950'],
        ['total', '9501164', '7380214', '2120951'],
      ],
    );
    expect(outcomesOf('across/basic-expenditure', economic)).toEqual(['exact', 'rounding']);
    const functional = statement(
      'general-budget-expenditure',
      ['total', 'basic', 'personnel', 'public', 'project'],
      [['208', '6.00', '3.00', '1.00', '1.00', '3.00']],
    );
    expect(outcomesOf('across/basic-expenditure', functional)).toEqual(['violation']);
  });
});

describe('across/funds', () => {
  it('adds the funds in labelled expenditure rows only', () => {
    const table = twoSided(
      'appropriations',
      [['general-budget', '5.00']],
      ['total', 'general-budget', 'government-funds'],
      [
        ['func-208', '5.00', '4.00', '1.00'],
        ['closing', '5.00', '4.00', '2.00'],
        ['row-3', '', '7.00', '8.00'],
      ],
    );
    const unlabelled = { ...table, rows: table.rows.map((row) => (row.key === 'row-3' ? { ...row, label: '' } : row)) };
    expect(outcomesOf('across/funds', unlabelled)).toEqual(['exact', 'violation']);
  });
});
