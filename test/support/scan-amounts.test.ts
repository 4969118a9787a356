import { describe, expect, test } from 'vitest';
import {
  inventedAmounts,
  type JsonFigure,
  type JsonFinding,
  type JsonStatement,
  type TrueStatement,
  untoldLosses,
} from './scan-amounts.js';

const figure = (amountFen: number | null, status: string, blank = false): JsonFigure => ({
  blank,
  printed: String(amountFen),
  amountFen,
  status,
  page: 3,
});
const revenue = (...figures: JsonFigure[]): JsonStatement => ({
  kind: 'revenue',
  pages: [3],
  rows: [{ label: '合计', figures: Object.fromEntries(figures.map((one, index) => [`c${index}`, one])) }],
});
const truth = (unit: string, ...values: (string | null)[]): TrueStatement => ({
  form: 'FA02',
  unit,
  rows: [{ values }],
});

describe('inventedAmounts', () => {
  test.each([
    ['the printed amount', [figure(123_450_000, 'verified')], truth('万元', '123.45'), 0],
    ['an amount of another unit', [figure(12_345, 'verified')], truth('元', '123.45'), 0],
    ['a negative amount with separators', [figure(-123_456_789, 'repaired')], truth('元', '-1,234,567.89'), 0],
    ['a wrong amount that is vouched for', [figure(123_460_000, 'verified')], truth('万元', '123.45'), 1],
    ['a wrong amount that was repaired', [figure(1, 'repaired')], truth('万元', '123.45'), 1],
    ['a lost minus', [figure(6_140_000, 'verified')], truth('万元', '-6.14'), 1],
    ['a wrong amount that is doubted', [figure(1, 'disputed'), figure(2, 'unverified')], truth('万元', '123.45'), 0],
    [
      'one amount twice, printed once',
      [figure(5_000_000, 'verified'), figure(5_000_000, 'verified')],
      truth('万元', '5', null),
      1,
    ],
    ['zero for a blank cell', [figure(0, 'verified'), figure(null, 'verified', true)], truth('万元', null), 0],
  ] as const)('%s', (_, figures, expected, count) => {
    expect(inventedAmounts([revenue(...figures)], [expected])).toHaveLength(count);
  });

  test('an amount of another statement does not excuse it', () => {
    const found = inventedAmounts([revenue(figure(1_000_000, 'verified'))], [{ ...truth('万元', '1'), form: 'FA03' }]);
    expect(found).toEqual([
      { kind: 'revenue', page: 3, label: '合计', printed: '1000000', amountFen: 1_000_000, status: 'verified' },
    ]);
  });

  test('an unknown unit is an error, not a guess', () => {
    expect(() => inventedAmounts([], [truth('百元', '1')])).toThrow('百元');
  });
});

describe('untoldLosses', () => {
  const warning: JsonFinding = { check: 'totals/below', severity: 'warning', places: [{ page: 3 }] };
  const note: JsonFinding = { ...warning, severity: 'note' };
  const elsewhere: JsonFinding = { ...warning, places: [{ page: 4 }] };
  const right = figure(1_000_000, 'verified');
  test.each<[string, JsonFigure[], JsonFinding[], number]>([
    ['all is there', [right, figure(2_000_000, 'consistent')], [], 0],
    ['one is lost, and nothing says so', [right], [], 1],
    ['one is lost, and a note or a warning elsewhere is all there is', [right], [note, elsewhere], 1],
    ['one is lost, and a warning stands on its page', [right], [warning], 0],
    ['one is lost, and another is in dispute', [figure(1_000_000, 'disputed')], [], 0],
    ['one was read as another that nothing confirms', [right, figure(7, 'unverified')], [], 0],
    ['one was read as another that is vouched for', [right, figure(7, 'verified')], [], 1],
    ['one could not be read', [right, figure(null, 'unverified')], [], 0],
    ['one was read as nothing', [right, figure(null, 'verified', true)], [], 1],
  ])('%s', (_, figures, findings, count) => {
    expect(untoldLosses([revenue(...figures)], findings, [truth('万元', '1', '2', '0.00', null)])).toHaveLength(count);
  });

  test('a statement that was not found is told by the structure only', () => {
    const missing: JsonFinding = { check: 'structure/statement-missing', severity: 'warning', places: [] };
    expect(untoldLosses([], [warning], [truth('万元', '1', '2')])).toEqual([
      { kind: 'revenue', amountsFen: [1_000_000, 2_000_000] },
    ]);
    expect(untoldLosses([], [missing], [truth('万元', '1', '2')])).toEqual([]);
  });
});
