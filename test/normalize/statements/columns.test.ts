import { describe, expect, it } from 'vitest';
import { columnBlocks, columnHeads } from '../../../src/normalize/statements/columns.js';
import { viewOf } from '../../../src/normalize/statements/grid-view.js';
import { headerRows } from '../../../src/normalize/statements/header.js';
import { gridOf } from '../../support/grid-factory.js';

function headsOf(drawing: string) {
  const view = viewOf(gridOf(drawing));
  return columnHeads(view, headerRows(view));
}

const roles = (drawing: string): string =>
  headsOf(drawing)
    .map(({ role }) => role)
    .join(' ');

/** Blocks as "panel codes:… labels:… values:…". */
const blocks = (drawing: string, sided: boolean): string[] =>
  columnBlocks(headsOf(drawing), sided).map(
    ({ panel, codes, labels, values }) => `${panel ?? '-'} ${codes.join()}|${labels.join()}|${values.join()}`,
  );

describe('columnHeads', () => {
  it('gives the path from top to leaf, a spanning cell once', () => {
    const heads = headsOf(`
      科目编码 | 科目 名称 | 本年支出 | <    | <
      ^        | ^         | 小计     | 基本支出 | 项目支出
      208      | 社会保障  | 9.00     | 8.00 | 1.00`);
    expect(heads.map(({ path }) => path.join('/'))).toEqual([
      '科目编码',
      '科目名称',
      '本年支出/小计',
      '本年支出/基本支出',
      '本年支出/项目支出',
    ]);
    expect(heads[1]?.printed).toBe('科目 名称');
  });

  it('takes digits between a code and the names for a part of the code, when its head was lost', () => {
    const drawing = (part: string): string => `
      科目编码 | 款 |    | 科目名称 | 合计
      201      | 06 |    | 财政事务 | 9.00
      201      | 06 | ${part} | 行政运行 | 9.00`;
    expect(roles(drawing('01'))).toBe('code code code label value');
    expect(roles(drawing('12.00'))).toBe('code code value label value');
  });

  it('leaves out column numbers, and 合计 that doubles as the last level over codes and labels', () => {
    const heads = headsOf(`
      科目编码 | < | < | 科目名称 | 合计
      类 | 款 | 项 | ^ | ^
      合计 | < | < | < | ^
      栏次 | < | < | < | 1
      208 | | | 社会保障 | 9.00`);
    expect(heads.map(({ path }) => path.join('/'))).toEqual([
      '科目编码/类',
      '科目编码/款',
      '科目编码/项',
      '科目名称',
      '合计',
    ]);
  });

  it.each([
    ['code in one cell', '科目编码 | 科目名称 | 合计\n208 | 社会保障 | 9.00', 'code label value'],
    ['类 款 项', '类 | 款 | 项 | 名称 | 合计\n208 | 05 | 05 | 养老 | 9.00', 'code code code label value'],
    ['codes without a head', ' | 名称 | 合计\n208 | 社会保障 | 9.00\n210 | 卫生健康 | 9.00', 'code label value'],
    ['行次', '项目 | 行次 | 决算数\n一、因公出国 | 2 | 0.00', 'label line-number value'],
    [
      '行次 without its head',
      '项目 | | 决算数\n一、甲 | 1 | 0.00\n二、乙 | 2 | 0.00\n三、丙 | 3 | 0.00\n四、丁 | 4 | 0.00',
      'label line-number value',
    ],
    [
      '行次 that holds an amount is a column of values',
      '项目 | 行次 | 决算数\n一、甲 | 7.50 | 0.00',
      'label value value',
    ],
    ['whole yuan', '项目 | 预算数\n基本支出 | 1200\n项目支出 | 300', 'label value'],
    ['a blank form', '科目编码 | 科目名称 | 合计 | 基本支出\n | | |', 'code label value value'],
    ['a value column without any value', '项目 | 合计 | 基本支出\n人员 | 1.00 |', 'label value value'],
    ['a rule that parts the head only', '项目 | 本年 | 支出\n人员 | 1.00 | <\n公用 | 2.00 | <', 'label value covered'],
    [
      'a value over two columns in one row only',
      '项目 | 基本 | 项目\n人员 | 1.00 | <\n公用 | 2.00 | 3.00',
      'label value value',
    ],
  ])('%s', (_, drawing, expected) => {
    expect(roles(drawing)).toBe(expected);
  });
});

describe('columnBlocks', () => {
  const AMOUNTS = '一、财政拨款收入 | 5.00 | 一、一般公共服务支出 | 5.00';

  it.each([
    ['收入 and 支出 in the head', `收入 | < | 支出 | <\n项目 | 决算数 | 项目 | 决算数\n${AMOUNTS}`],
    ['no such head: left is revenue', `项目 | 决算数 | 项目 | 决算数\n${AMOUNTS}`],
  ])('two panels: %s', (_, drawing) => {
    expect(blocks(drawing, true)).toEqual(['revenue |0|1', 'expenditure |2|3']);
  });

  it('goes by the heads where 支出 stands on the left', () => {
    expect(blocks(`本年支出 | < | 本年收入 | <\n项目 | 金额 | 项目 | 金额\n${AMOUNTS}`, true)).toEqual([
      'expenditure |0|1',
      'revenue |2|3',
    ]);
  });

  it('leaves the columns of line numbers out', () => {
    const drawing = `项目 | 行次 | 金额 | 项目 | 行次 | 合计 | 一般公共预算
      一、财政拨款 | 1 | 5.00 | 一、服务支出 | 31 | 5.00 | 5.00`;
    expect(blocks(drawing, true)).toEqual(['revenue |0|2', 'expenditure |3|5,6']);
  });

  it('sets three blocks of one list side by side, without panels', () => {
    const drawing = `人员经费 | < | < | 公用经费 | < | < | < | < | <
      编码 | 名称 | 金额 | 编码 | 名称 | 金额 | 编码 | 名称 | 金额
      301 | 工资福利 | 5.00 | 302 | 商品服务 | 5.00 | 310 | 资本性 | 5.00`;
    expect(blocks(drawing, false)).toEqual(['- 0|1|2', '- 3|4|5', '- 6|7|8']);
  });

  it('takes the three lists of a Jiangsu budget as revenue and twice expenditure', () => {
    const drawing = `收入 | < | 支出 | < | < | <
      项目 | 金额 | 功能分类 | 金额 | 支出用途 | 金额
      一、财政拨款 | 5.00 | 一、服务支出 | 5.00 | 一、基本支出 | 5.00`;
    expect(blocks(drawing, true)).toEqual(['revenue |0|1', 'expenditure |2|3', 'expenditure |4|5']);
  });

  it('makes one block of a form without labels', () => {
    expect(blocks('合计 | 因公出国（境）费 | 公务接待费\n9.00 | 0.00 | 9.00', false)).toEqual(['- ||0,1,2']);
  });
});
