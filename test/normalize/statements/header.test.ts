import { describe, expect, it } from 'vitest';
import { viewOf } from '../../../src/normalize/statements/grid-view.js';
import { headerRows } from '../../../src/normalize/statements/header.js';
import { gridOf } from '../../support/grid-factory.js';

function headerOf(drawing: string): { first: number; numbering: number[] } {
  const { first, numbering } = headerRows(viewOf(gridOf(drawing)));
  return { first, numbering: [...numbering] };
}

describe('headerRows', () => {
  it.each([
    [
      'one row of heads',
      `科目编码 | 科目名称 | 合计
       208      | 社会保障 | 9.00`,
      1,
      [],
    ],
    [
      'levels of heads',
      `科目编码 | 科目名称 | 本年支出 | <    | <
       ^        | ^        | 小计     | 基本 | 项目
       208      | 社会保障 | 9.00     | 9.00 |`,
      2,
      [],
    ],
    [
      '合计 in the row of 类 款 项 is data (Shanghai, Quanzhou)',
      `科目 | < | < | 科目名称 | 合计
       类 | 款 | 项 | 合计     | 9.00
       208 |    |    | 社会保障 | 9.00`,
      1,
      [],
    ],
    [
      'so it is without any value',
      `科目编码 | < | < | 科目名称 | 本年支出合计 | 基本支出
       类 | 款 | 项 | 合计     |          |
       208 |    |    | 社会保障 |          |`,
      1,
      [],
    ],
    [
      '类 款 项 over the codes, 合计 in a row of its own',
      `功能分类 | < | < | 科目名称 | 合计
       类 | 款 | 项 | ^ | ^
       合计 | < | < | < | 9.00`,
      2,
      [],
    ],
    [
      'column numbers 栏次',
      `项目 | 年初结转 | 本年收入 | 本年支出
       栏次 | 1 | 2 | 3
       合计 | 0.00 | 0.00 | 0.00`,
      2,
      [1],
    ],
    [
      'column numbers without a word (公开07表)',
      `合计 | 因公出国（境）费 | 公务接待费
       1 | 2 | 3
       9.00 | 0.00 | 9.00`,
      2,
      [1],
    ],
    [
      'two sides with 行次 in the head',
      `收入 | < | < | 支出 | < | <
       项目 | 行次 | 金额 | 项目 | 行次 | 金额
       栏次 | | 1 | 栏次 | | 2
       一、财政拨款收入 | 1 | 5.00 | 一、一般公共服务支出 | 31 | 5.00`,
      3,
      [2],
    ],
    [
      'years over two columns',
      `项目 | 2023 | 2024
       一、因公出国 | 0 | 0`,
      1,
      [],
    ],
    [
      'whole yuan',
      `项目 | 本年预算
       基本支出 | 1200
       项目支出 | 300`,
      1,
      [],
    ],
    [
      'a blank form: the empty rows below the head are data',
      `科目编码 | 科目名称 | 合计
       | |
       | |`,
      1,
      [],
    ],
    [
      'a blank form with the labels of its entries',
      `收入 | < | 支出 | <
       项目 | 金额 | 项目 | 金额
       一、一般公共预算财政拨款收入 | | 一、一般公共服务支出 |`,
      2,
      [],
    ],
    [
      'an empty table that says so',
      `项目 | 合计 | 基本支出 | 项目支出
       此表为空 | | |`,
      1,
      [],
    ],
    ['nothing but a head', '科目编码 | 科目名称 | 合计', 1, []],
    ['no head at all', '208 | 社会保障 | 9.00', 0, []],
  ])('%s', (_, drawing, first, numbering) => {
    expect(headerOf(drawing)).toEqual({ first, numbering });
  });

  it('finds column numbers that are repeated with the head of a page', () => {
    expect(
      headerOf(`
        项目 | 本年收入 | 本年支出 | 年末结转
        栏次 | 1 | 2 | 3
        合计 | 9.00 | 9.00 | 0.00
        栏次 | 1 | 2 | 3
        212  | 9.00 | 9.00 | 0.00`),
    ).toEqual({ first: 2, numbering: [1, 3] });
  });
});
