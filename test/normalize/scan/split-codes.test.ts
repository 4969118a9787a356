import { describe, expect, it } from 'vitest';
import type { Grid, GridCell } from '../../../src/extract/document.js';
import { splitCodes } from '../../../src/normalize/scan/split-codes.js';
import { gridOf } from '../../support/grid-factory.js';

const HEAD = `
  类 | 款 | 项 | 科目名称 | 决算数
  201 |  |  | 一般公共服务支出 | 60.00
  201 | 06 |  | 财政事务 | 60.00
  201 | 06 | 02 | 一般行政管理事务 | 4.00
  208 | 05 |  | 行政事业单位养老支出 | 9.00
  208 | 05 | 01 | 行政单位离退休 | 9.00`;

/** The row under the head, as it is read and as it is corrected. */
function correctedRow(row: string, alternatives: Readonly<Record<string, readonly string[]>> = {}): string {
  const plain = gridOf(`${HEAD}\n  ${row}`);
  const grid: Grid = {
    ...plain,
    cells: plain.cells.map((cell): GridCell => {
      const texts = [cell.text, ...(alternatives[cell.text] ?? [])].filter((text) => text !== '');
      return { ...cell, readings: texts.map((text) => ({ engine: 'made-up', text, confidence: 0.5 })) };
    }),
  };
  const corrected = splitCodes(grid, (cell) => cell.text);
  return grid.cells
    .filter((cell) => cell.row === 6)
    .map((cell) => corrected.get(cell) ?? cell.text)
    .slice(0, 4)
    .join(' ');
}

describe('parts of a code in columns of their own', () => {
  it.each([
    ['a point before digits', '201 | 06 | .08 | 财政委托业务支出 | 1.00', '201 06 08 财政委托业务支出'],
    ['letters for digits', '2O1 | O6 | 0l | 行政运行 | 1.00', '201 06 01 行政运行'],
    [
      'ink that nobody could read, by the name',
      '208 | 05 | □ | 机关事业单位职业年金缴费支出 | 1.00',
      '208 05 06 机关事业单位职业年金缴费支出',
    ],
    ['a word, by the name', '221 | T | 01 | 住房公积金 | 1.00', '221 02 01 住房公积金'],
    ['a part that was not seen at all, by the name', '221 |  | 01 | 住房公积金 | 1.00', '221 02 01 住房公积金'],
    [
      'a part that several sections leave open, by the row above',
      '208 | □ | 02 | 事业单位离退休 | 1.00',
      '208 05 02 事业单位离退休',
    ],
    [
      'a digit that makes no code, by the name',
      '208 | 05 | 86 | 机关事业单位职业年金缴费支出 | 1.00',
      '208 05 06 机关事业单位职业年金缴费支出',
    ],
    ['not the class, which tells the catalogue', '2□1 | 02 | 01 | 住房公积金 | 1.00', '2□1 02 01 住房公积金'],
    ['nothing where the code is known', '201 | 06 | 02 | 一般行政管理事务 | 1.00', '201 06 02 一般行政管理事务'],
    ['nothing where several codes have the name', '201 | □ | 01 | 行政运行 | 1.00', '201 □ 01 行政运行'],
    ['nothing where the name is none', '201 | □ | 07 | 某某建设 | 1.00', '201 □ 07 某某建设'],
    ['nothing in a row without a name', '201 | .06 | 07 |  | 1.00', '201 .06 07 '],
  ])('%s', (_, row, printed) => {
    expect(correctedRow(row)).toBe(printed);
  });

  it('takes another reading of the part where it alone makes a code', () => {
    const alternatives = { '□': ['O6', '.9Z', '—'] };
    expect(correctedRow('201 | □ | 50 | 某某运行 | 1.00', alternatives)).toBe('201 06 50 某某运行');
    expect(correctedRow('201 | □ | 01 | 某某运行 | 1.00', { '□': ['06', '05'] })).toBe('201 □ 01 某某运行');
  });

  it('leaves columns of amounts and of counts alone', () => {
    const grid = gridOf(`
      项目 | 预算数 | 决算数 | 科目名称
      甲 | 201 | 06 | 行政运行
      乙 | 15 | .06 | 行政运行
      丙 | 201.00 | 06 | 行政运行`);
    expect([...splitCodes(grid, (cell) => cell.text)]).toEqual([]);
  });
});
