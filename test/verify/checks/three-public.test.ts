import { describe, expect, it } from 'vitest';
import { outcomesOf } from '../../support/outcomes.js';
import { type RowSpec, statement } from '../../support/statement-factory.js';

describe('sets of columns of two years', () => {
  const items = ['total', 'abroad', 'vehicle', 'reception'];
  const columns = ['-approved-prior', '-approved'].flatMap((set) => items.map((item) => item + set));
  it.each<[string, readonly string[], readonly string[]]>([
    ['each adds up', ['6.00', '1.00', '2.00', '3.00', '9.00', '2.00', '3.00', '4.00'], ['exact', 'exact']],
    [
      'the year before does not',
      ['7.00', '1.00', '2.00', '3.00', '9.00', '2.00', '3.00', '4.00'],
      ['violation', 'exact'],
    ],
  ])('%s', (_, values, outcomes) => {
    const table = statement('three-public', columns, [['total', ...values]]);
    expect([...outcomesOf('three-public/total', table)].sort()).toEqual([...outcomes].sort());
  });
});

describe('vertical form', () => {
  const ITEMS: readonly RowSpec[] = [
    ['abroad', '2.00'],
    ['vehicle', '5.00'],
    ['vehicle-purchase', '4.00'],
    ['vehicle-operation', '1.00'],
    ['reception', '3.00'],
  ];
  const form = (...rows: readonly RowSpec[]) => statement('three-public', ['amount'], rows);
  it.each<[string, string, readonly RowSpec[], readonly string[]]>([
    ['adds the three', 'three-public/total', [['total', '10.00'], ...ITEMS], ['exact']],
    ['wrong total', 'three-public/total', [['total', '11.00'], ...ITEMS], ['violation']],
    ['total row lost', 'three-public/total', ITEMS, ['unresolved']],
    ['an item lost', 'three-public/total', [['total', '10.00'], ...ITEMS.slice(1)], ['unresolved']],
    [
      'no vehicle line',
      'three-public/total',
      [['total', '10.00'], ...ITEMS.filter(([key]) => key !== 'vehicle')],
      ['exact'],
    ],
    ['vehicles', 'three-public/vehicles', ITEMS, ['exact']],
    [
      'vehicles left at zero above running costs',
      'three-public/vehicles',
      [
        ['vehicle', '0.00'],
        ['vehicle-purchase', '0.00'],
        ['vehicle-operation', '32.65'],
      ],
      ['unresolved'],
    ],
    ['running costs lost', 'three-public/vehicles', ITEMS.slice(0, 3), ['unresolved']],
    [
      'receptions at home and abroad; foreign guests are a part of the former',
      'three-public/reception',
      [...ITEMS, ['reception-domestic', '2.00'], ['reception-foreign-guests', '0.50'], ['reception-foreign', '1.00']],
      ['exact'],
    ],
    [
      'receptions that do not add up',
      'three-public/reception',
      [...ITEMS, ['reception-domestic', '1.50'], ['reception-foreign-guests', '0.50'], ['reception-foreign', '1.00']],
      ['violation'],
    ],
    ['receptions at home only', 'three-public/reception', [...ITEMS, ['reception-domestic', '3.00']], []],
    [
      'lines below the reception are no doubt about the total',
      'three-public/total',
      [['total', '11.00'], ...ITEMS, ['reception-domestic', '3.00'], ['reception-foreign', '0.00']],
      ['violation'],
    ],
    ['vehicles not divided', 'three-public/vehicles', ITEMS.slice(0, 2), []],
    [
      'meetings may be in the total',
      'three-public/total',
      [['total', '17.00'], ...ITEMS, ['meetings', '7.00']],
      ['unresolved'],
    ],
    [
      'all zero',
      'three-public/total',
      [
        ['total', '0.00'],
        ['abroad', '0.00'],
        ['vehicle', '0.00'],
        ['reception', '0.00'],
      ],
      ['exact'],
    ],
  ])('%s', (_name, check, rows, outcomes) => {
    expect(outcomesOf(check, form(...rows))).toEqual(outcomes);
  });

  it('takes each phase for itself', () => {
    const rows: readonly RowSpec[] = [
      ['total', '10.00', '9.00'],
      ['abroad', '2.00', '2.00'],
      ['vehicle', '5.00', '5.00'],
      ['reception', '3.00', '3.00'],
    ];
    const table = statement('three-public', ['approved', 'executed'], rows);
    expect(outcomesOf('three-public/total', table)).toEqual(['exact', 'violation']);
  });
});

describe('wide form', () => {
  it('takes approved and executed columns apart', () => {
    const columns = ['total', 'abroad', 'vehicle', 'vehicle-purchase', 'vehicle-operation', 'reception'].flatMap(
      (key) => [`${key}-approved`, `${key}-executed`],
    );
    const values = ['0.95', '', '', '', '', '', '', '', '', '', '0.95', ''];
    const table = statement('three-public', columns, [['total', ...values]]);
    expect(outcomesOf('three-public/total', table)).toEqual(['exact', 'not-applicable']);
    expect(outcomesOf('three-public/vehicles', table)).toEqual(['not-applicable', 'not-applicable']);
  });

  it('adds meetings and training to the subtotal (Jiangsu), operating funds to nothing', () => {
    const columns = [
      'total-with-meetings',
      'total',
      'abroad',
      'vehicle',
      'vehicle-purchase',
      'vehicle-operation',
      'reception',
      'meetings',
      'training',
      'operating-funds',
    ];
    const values = ['2600.71', '767.60', '199.25', '183.60', '', '183.60', '384.75', '1469.73', '363.38', '50.00'];
    const table = statement('three-public', columns, [['total', ...values]]);
    expect(outcomesOf('three-public/total', table)).toEqual(['exact']);
    expect(outcomesOf('three-public/vehicles', table)).toEqual(['exact']);
    expect(outcomesOf('three-public/with-meetings', table)).toEqual(['exact']);
  });
});
