import { describe, expect, it } from 'vitest';
import { namesAtTop, namesOfRows } from '../../../../src/normalize/evaluation/aligned/merged-cells.js';

/** Rows of one line, by the lines that they stand on. */
const rowsAt = (...anchors: number[]) => anchors.map((anchor) => ({ anchor, cells: [[anchor]] }));
const names = (...lines: number[][]) => lines.map((of) => ({ text: '名', lines: of }));
const whole = { before: false, after: false };

describe('names of merged cells', () => {
  it.each([
    ['one for each row', names([0], [1]), rowsAt(0, 1), whole, [0, 1]],
    ['between its two rows', names([1]), rowsAt(0, 2), whole, [0, 0]],
    ['on the middle one of three rows, and one below', names([1], [3]), rowsAt(0, 1, 2, 3), whole, [0, 0, 0, 1]],
    ['wrapped around the middle of one row', names([0, 2], [3]), rowsAt(1, 3), whole, [0, 1]],
    [
      'rows that go on with the name of the page before',
      names([2]),
      rowsAt(0, 1, 2),
      { ...whole, before: true },
      [-1, -1, 0],
    ],
    ['a page without any name', names(), rowsAt(0, 1), { ...whole, before: true }, [-1, -1]],
    ['the same where the table begins', names(), rowsAt(0, 1), whole, null],
    ['a name that can not stand in the middle', names([0]), rowsAt(0, 1, 2, 3), whole, null],
  ])('%s', (_, given, rows, opens, expected) => {
    expect(namesOfRows(given, rows, opens)).toEqual(expected);
  });

  it('says nothing where a row may be of any height', () => {
    expect(namesOfRows(names([0], [1]), [{ anchor: 0, cells: [null] }, ...rowsAt(1)], whole)).toBeNull();
  });

  it.each([
    ['names on the first of their rows', names([0], [2]), false, [0, 0, 1]],
    ['rows above the first name on a page that goes on', names([1]), true, [-1, 0, 0]],
    ['the same where the table begins', names([1]), false, null],
    ['a name that stands on no row', names([0], [9]), false, null],
  ])('at the top: %s', (_, given, goesOn, expected) => {
    expect(namesAtTop(given, rowsAt(0, 1, 2), goesOn)).toEqual(expected);
  });
});
