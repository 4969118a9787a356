import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cutRows, type WrappedColumn } from '../../../../src/normalize/evaluation/aligned/row-cuts.js';
import { wrappedTexts } from '../../../../src/normalize/evaluation/aligned/wrapped-column.js';

/** A column by its lines; '' where it prints nothing. */
const column = (...texts: string[]): WrappedColumn => wrappedTexts(texts);

describe('the rows of a block without rules', () => {
  it.each<[string, number[], string[], (number[] | null)[]]>([
    ['a name around its numbers', [1], ['改造老旧小区管', '', '网长度'], [[0, 2]]],
    ['names of three lines and of one', [1, 3], ['改造老旧小区', '供水和排水管', '网长度', '户数'], [[0, 1, 2], [3]]],
    [
      'names at the top of their rows, in two parts of the table',
      [0, 2, 3, 5],
      ['改造老旧小区的', '管网', '栽树', '清淤河道的长度', '合计', '打井'],
      [[0, 1], [2], [3, 4], [5]],
    ],
    // One part proves no other habit than the usual one.
    ['names at the top of their rows, in one part', [0, 2], ['改造老旧小区的', '管网', '栽树'], [null, null]],
    ['no name at all', [0], [''], [[]]],
    // The first line is short: the name that follows can not be the rest of it.
    ['lines below that belong to nobody', [0], ['清淤', '改造老旧小区管'], [null]],
    ['the rest of a row of the page before', [1], ['网长度，含支管', '改造老旧小区管', ''], [null]],
  ])('%s', (_, anchors, texts, expected) => {
    expect(cutRows(anchors, [column(...texts)]).rows.map(([cell]) => cell)).toEqual(expected);
  });

  it('cuts between two rows at one place for all columns', () => {
    // The names alone may be cut in two ways, the reasons only in one.
    const names = column(
      '一二三四五六',
      '一二三四五六',
      '一二三四五六',
      '一二三四五六',
      '一二三四五六',
      '一二三四五六',
    );
    const reasons = column('', '甲乙丙丁戊己', '', '', '甲乙丙丁', '');
    const { rows } = cutRows([1, 4], [names, reasons]);
    expect(rows).toEqual([
      [[0, 1, 2], [1]],
      [[3, 4, 5], [4]],
    ]);
  });

  it('keeps the rows that a sure cut parts from one that can not be cut', () => {
    const names = column('清淤长度合格', '植树棵数', '改造老旧小区管', '网');
    expect(cutRows([0, 1, 3], [names]).rows.map(([cell]) => cell)).toEqual([[0], null, null]);
  });

  it('reads a table of wrapped cells as it was printed, or not at all', () => {
    // Cells of 0 to 5 lines in the middle of their rows; all lines are full, so that nothing but their number tells.
    const cell = fc.integer({ min: 0, max: 5 });
    const rows = fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 7 });
    fc.assert(
      fc.property(rows, (table) => {
        const anchors: number[] = [];
        const texts: string[][] = [[], []];
        const truth: number[][][] = [];
        let line = 0;
        for (const counts of table) {
          const halves = [...new Set(counts.flatMap((count) => heightsOf(count)).concat(0))].sort((a, b) => a - b);
          truth.push(counts.map((count) => heightsOf(count).map((half) => line + halves.indexOf(half))));
          for (const half of halves) {
            for (const [at, count] of counts.entries())
              texts[at]?.push(heightsOf(count).includes(half) ? '一二三四五六' : '');
            if (half === 0) anchors.push(line);
            line += 1;
          }
        }
        const { rows: read } = cutRows(
          anchors,
          texts.map((of) => column(...of)),
        );
        for (const [row, cells] of read.entries())
          for (const [at, found] of cells.entries()) if (found !== null) expect(found).toEqual(truth[row]?.[at]);
      }),
    );
  });
});

/** Where the lines of a cell stand around the middle of its row, in half lines. */
function heightsOf(count: number): number[] {
  return Array.from({ length: count }, (_, at) => 2 * at - (count - 1));
}
