import { describe, expect, it } from 'vitest';
import { gridsOf, linesOutside } from './text-grid-rows-shown.js';

const UNIT = '单位：某中心 单位：万元 ';
const dump = (...lines: string[]): string => [UNIT, ...lines].join('\n');

const TWO_SIDED = [
  '项目 决算数 项目 决算数 ',
  '一、拨款收入 9.50 一、服务支出 0.00 ',
  '二、基金收入 0.00 二、外交支出 9.50 ',
];
const FIVE = ['编码 名称 小计 基本 项目 ', '201 服务支出 3.00 1.00 2.00 ', '20101 人大 3.00 1.00 2.00 '];

describe('a dump that separates cells by single blanks', () => {
  it('reads panels side by side, the head as one cell', () => {
    expect(gridsOf(dump(...TWO_SIDED))).toEqual([
      [
        '<4>项目|决算数|项目|决算数',
        '一、拨款收入 | 9.50 | 一、服务支出 | 0.00',
        '二、基金收入 | 0.00 | 二、外交支出 | 9.50',
      ],
    ]);
  });

  it.each([
    ['leading blanks stand for empty cells', [...TWO_SIDED, '  三、国防支出 8.99 '], ' |  | 三、国防支出 | 8.99'],
    ['blanks at the end stand for empty cells', [...TWO_SIDED, '三、其他 1.00   '], '三、其他 | 1.00 |  | '],
    [
      'a missing left value is seen from the next list item',
      [...TWO_SIDED, '三、其他  三、国防 1.00 '],
      '三、其他 |  | 三、国防 | 1.00',
    ],
    ['no blanks tell the panel', [...TWO_SIDED, '三、国防支出 8.99'], '<4>三、国防支出 8.99'],
    ['fewer numbers than columns', [...FIVE, '20102 政协 3.00 1.00'], '<5>20102 政协 3.00 1.00'],
    ['blanks between numbers', [...FIVE, '20102 政协 3.00  2.00 '], '20102 | 政协 | 3.00 |  | 2.00'],
    ['a total without code', [...FIVE, '合计 3.00 1.00 2.00 '], ' | 合计 | 3.00 | 1.00 | 2.00'],
    [
      'the head of the code columns beside the total',
      [...FIVE, '类  款  项 合计 3.00 1.00 2.00 '],
      '类款项 | 合计 | 3.00 | 1.00 | 2.00',
    ],
    [
      'a name over two lines',
      [...FIVE, '20102 机关养老', '', '保险 3.00 1.00 2.00 '],
      '20102 | 机关养老保险 | 3.00 | 1.00 | 2.00',
    ],
    [
      'code, name and numbers on lines of their own',
      [...FIVE, '20102 ', '机关养老', '保险 ', '3.00 1.00 2.00 '],
      '20102 | 机关养老保险 | 3.00 | 1.00 | 2.00',
    ],
    ['dashes for no value', [...FIVE, '20102 政协 3.00 — - '], '20102 | 政协 | 3.00 | — | -'],
    [
      'thousands commas and signs',
      [...FIVE, '20102 政协 1,003.00 -1.00 (2.00) '],
      '20102 | 政协 | 1,003.00 | -1.00 | (2.00)',
    ],
  ])('%s', (_, lines, expected) => {
    const [rows] = gridsOf(dump(...lines));
    expect(rows?.at(-1)).toBe(expected);
  });

  it('leaves the 合计 cell of unlabelled right sides empty', () => {
    const rows = gridsOf(
      dump(
        '项目 金额 项目 合计 一般 基金 国资 ',
        '一、拨款 9.00 一、服务 9.00 9.00 0.00 0.00 ',
        '  二、外交 0.00 0.00 0.00 0.00 ',
        '一、拨款 0.00   0.00 0.00 0.00 ',
      ),
    )[0];
    expect(rows?.slice(-2)).toEqual([
      ' |  | 二、外交 | 0.00 | 0.00 | 0.00 | 0.00',
      '一、拨款 | 0.00 |  |  | 0.00 | 0.00 | 0.00',
    ]);
  });

  it('puts the wrapped rest of a name back to its row when the next row begins with a code', () => {
    const rows = gridsOf(dump(...FIVE, '20102 机关养老 3.00 1.00 2.00 ', '保险缴费', '20103 政协 1.00 1.00 0.00 '))[0];
    expect(rows?.at(-2)).toBe('20102 | 机关养老保险缴费 | 3.00 | 1.00 | 2.00');
  });

  it('reads the numbers of columns as a row (栏次)', () => {
    expect(gridsOf(dump('科目 年初 收入 ', '栏次 1 2 ', '合计 0.00 0.00 '))[0]?.slice(1)).toEqual([
      '栏次 | 1 | 2',
      '合计 | 0.00 | 0.00',
    ]);
  });

  it('keeps titles and notes as lines', () => {
    const text = `收入决算表\n公开 02 表\n${dump(...FIVE, '注：本表反映收入情况。')}`;
    expect(linesOutside(text)).toEqual(['收入决算表', '公开 02 表', UNIT.trim(), '注：本表反映收入情况。']);
  });

  it.each([
    ['sentences', dump('1.基本支出 298.24 万元。其中，人员支出 279.31 万元，', '公用支出 18.93')],
    ['rows without a unit of money above', ['年度资金总额 75.00 75.00 60.20', '其他资金 0.00 0.00 0.00'].join('\n')],
    ['a unit line without rows', dump('本表无数据。')],
  ])('makes no grid of %s', (_, text) => {
    expect(gridsOf(text)).toEqual([]);
  });

  it('treats a tab like the separator of two cells', () => {
    const rows = gridsOf(
      ['单位：万元', '项目\t金额\t项目\t金额', '一、甲\t1.00\t一、乙\t2.00', '\t\t二、丙\t3.00'].join('\n'),
    )[0];
    expect(rows?.at(-1)).toBe(' |  | 二、丙 | 3.00');
  });
});
