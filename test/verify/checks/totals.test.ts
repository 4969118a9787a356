import { describe, expect, it } from 'vitest';
import { outcomesOf } from '../../support/outcomes.js';
import { type RowSpec, twoSided } from '../../support/statement-factory.js';

const NO_ROWS: readonly RowSpec[] = [];
const summary = (revenue: readonly RowSpec[], expenditure = NO_ROWS) =>
  twoSided('revenue-and-expenditure', revenue, ['amount'], expenditure);

describe('totals/revenue', () => {
  const sources: readonly RowSpec[] = [
    ['general-budget', '2940.05'],
    ['government-funds', ''],
    ['other', '6.20'],
  ];
  it.each<[string, readonly RowSpec[], readonly string[]]>([
    ['total of the year', [...sources, ['current-total', '2946.25'], ['grand-total', '2995.39']], ['exact']],
    ['wrong total', [...sources, ['current-total', '2946.52']], ['violation']],
    ['budget without subtotal', [...sources, ['grand-total', '2946.25']], ['exact']],
    ['budget with opening balance', [...sources, ['opening', '1.00'], ['grand-total', '2947.25']], ['exact']],
    ['total row lost', sources, ['unresolved']],
    [
      'funds below 财政拨款 are not added',
      [
        ['fiscal', '9.00'],
        ['government-funds', '2.00'],
        ['current-total', '9.00'],
      ],
      ['exact'],
    ],
    ['unknown row explains the gap', [...sources, ['row-4', '5.00'], ['current-total', '2951.25']], ['unresolved']],
    ['unknown row beside an exact sum', [...sources, ['row-4', '5.00'], ['current-total', '2946.25']], ['exact']],
    ['unknown blank row explains nothing', [...sources, ['row-4', ''], ['current-total', '2951.25']], ['violation']],
    ['unreadable source', [...sources, ['operating', '1.0.0'], ['current-total', '2946.25']], ['unresolved']],
    ['no sources', [['current-total', '1.00']], []],
  ])('%s', (_name, rows, outcomes) => {
    expect(outcomesOf('totals/revenue', summary(rows))).toEqual(outcomes);
  });
});

describe('totals/fiscal-revenue', () => {
  it.each<[string, readonly RowSpec[], readonly string[]]>([
    [
      'list of funds',
      [
        ['fiscal', '5.00'],
        ['fiscal-general-budget', '3.00'],
        ['fiscal-government-funds', '2.00'],
      ],
      ['exact'],
    ],
    [
      'wrong list',
      [
        ['fiscal', '5.00'],
        ['fiscal-general-budget', '3.00'],
        ['fiscal-government-funds', '1.00'],
      ],
      ['violation'],
    ],
    [
      'one 其中 line',
      [
        ['fiscal', '5.00'],
        ['fiscal-government-funds', '2.00'],
      ],
      [],
    ],
  ])('%s', (_name, rows, outcomes) => {
    expect(outcomesOf('totals/fiscal-revenue', summary(rows))).toEqual(outcomes);
  });
});

describe('totals/opening', () => {
  it('adds the funds brought forward', () => {
    const rows = (total: string): readonly RowSpec[] => [
      ['opening', total],
      ['opening-general-budget', '21.63'],
      ['opening-state-capital', '1.00'],
    ];
    expect(outcomesOf('totals/opening', twoSided('appropriations', rows('22.63'), [], []))).toEqual(['exact']);
    expect(outcomesOf('totals/opening', twoSided('appropriations', rows('32.63'), [], []))).toEqual(['violation']);
  });
});

describe('grand totals of both lists', () => {
  it.each([
    ['55.39', 'exact'],
    ['56.39', 'violation'],
  ])('%s is %s', (grand, outcome) => {
    const table = summary(
      [
        ['current-total', '46.25'],
        ['use-nonfiscal-surplus', '4.00'],
        ['opening', '5.14'],
        ['grand-total', grand],
      ],
      [
        ['current-total', '40.05'],
        ['surplus-distribution', ''],
        ['closing', '15.34'],
        ['grand-total', grand],
      ],
    );
    expect(outcomesOf('totals/revenue-grand', table)).toEqual([outcome]);
    expect(outcomesOf('totals/expenditure-grand', table)).toEqual([outcome]);
  });
});

describe('totals/expenditure-by-function', () => {
  it('adds the classes in each column', () => {
    const table = twoSided(
      'appropriations',
      [],
      ['total', 'general-budget'],
      [
        ['func-201', '3.00', '1.00'],
        ['func-208', '4.00', '4.00'],
        ['current-total', '7.00', '6.00'],
      ],
    );
    expect(outcomesOf('totals/expenditure-by-function', table)).toEqual(['exact', 'violation']);
  });

  it('does not add sections that are printed below their class', () => {
    const table = summary(
      [],
      [
        ['208', '4.00'],
        ['20805', '3.00'],
        ['current-total', '4.00'],
      ],
    );
    expect(outcomesOf('totals/expenditure-by-function', table)).toEqual(['exact']);
  });
});

describe('totals/expenditure-by-use', () => {
  it('adds the third list of Jiangsu to the same total as the functional list', () => {
    const rows: readonly RowSpec[] = [
      ['func-201', '13907.78'],
      ['func-208', '1121.39'],
      ['func-221', '3301.20'],
      ['use-basic', '9312.90'],
      ['use-project', '6459.58'],
      ['use-reserve', '2557.89'],
      ['current-total', '18330.37'],
      ['closing', ''],
      ['grand-total', '18330.37'],
    ];
    const table = summary([], rows);
    expect(outcomesOf('totals/expenditure-by-use', table)).toEqual(['exact']);
    expect(outcomesOf('totals/expenditure-by-function', table)).toEqual(['exact']);
    expect(outcomesOf('totals/expenditure-by-use', summary([], rows.slice(0, 3)))).toEqual([]);
  });
});
