import { describe, expect, it } from 'vitest';
import { readStatement } from '../../../src/normalize/statements/statement.js';
import { templateByTitle } from '../../../src/normalize/statements/title.js';
import { gridOf } from '../../support/grid-factory.js';

const UNIT = { text: '万元', fenPerUnit: 1_000_000 };

function read(title: string, drawing: string) {
  const table = { grid: gridOf(drawing), title, template: templateByTitle(title), unit: UNIT, notes: [] };
  return readStatement(table, 0, { reportKind: 'final-accounts', fiscalYear: 2024, defaultUnit: null });
}

/** Rows as "panel key label: printed, printed": ∅ for a blank cell. */
function rowsOf(title: string, drawing: string): string[] {
  return read(title, drawing).statement.rows.map(
    ({ panel, key, label, figures }) =>
      `${panel ? `${panel} ` : ''}${key} ${label}: ${Object.values(figures)
        .map(({ printed }) => printed || '∅')
        .join(', ')}`,
  );
}

const EXPENDITURE = '编码 | 名称 | 合计 | 基本支出 | 项目支出';

describe('the rows of a statement', () => {
  it.each<[string, string, string[]]>([
    [
      'total first',
      `${EXPENDITURE}\n| 合计 | 9.00 | 8.00 | 1.00\n205 | 教育支出 | 9.00 | 8.00 | 1.00`,
      ['total 合计: 9.00, 8.00, 1.00', '205 教育支出: 9.00, 8.00, 1.00'],
    ],
    [
      'total last, over codes and names',
      `${EXPENDITURE}\n205 | 教育支出 | 9.00 | 8.00 | 1.00\n合计 | < | 9.00 | 8.00 | 1.00`,
      ['205 教育支出: 9.00, 8.00, 1.00', 'total 合计: 9.00, 8.00, 1.00'],
    ],
    [
      'total in the row of 类 款 项',
      `科目 | < | < | 名称 | 合计 | 基本支出 | 项目支出
       类 | 款 | 项 | 合计 | 9.00 | 8.00 | 1.00
       205 | 02 | 01 | 学前教育 | 9.00 | 8.00 | 1.00`,
      ['total 合计: 9.00, 8.00, 1.00', '2050201 学前教育: 9.00, 8.00, 1.00'],
    ],
    [
      'dashes for no value, from the first row on',
      `${EXPENDITURE}\n| 合计 | — | 无 | -\n205 | 教育支出 | — | — | —`,
      ['total 合计: —, 无, -', '205 教育支出: —, —, —'],
    ],
    [
      '类 款 项 run together with 合计 (text dump)',
      `${EXPENDITURE}\n类 款 项 合计 | < | 9.00 | 8.00 | 1.00`,
      ['total 合计: 9.00, 8.00, 1.00'],
    ],
    [
      'blank and column-number rows dropped, blank cells kept',
      `${EXPENDITURE}\n栏次 | | 1 | 2 | 3\n205 | 教育支出 | 9.00 | | 1.00\n | | | |\n206 | 科学技术支出 | | |`,
      ['205 教育支出: 9.00, ∅, 1.00', '206 科学技术支出: ∅, ∅, ∅'],
    ],
    [
      'a value over several rows belongs to the first, a value over two columns to the left one',
      `${EXPENDITURE}\n205 | 教育支出 | 9.00 | 8.00 | 1.00\n206 | 科学技术支出 | ^ | 7.00 | <`,
      ['205 教育支出: 9.00, 8.00, 1.00', '206 科学技术支出: ∅, 7.00, ∅'],
    ],
    [
      'a label over two rows names both',
      `${EXPENDITURE}\n205 | 教育支出 | 9.00 | 8.00 | 1.00\n | ^ | 3.00 | 2.00 | 1.00`,
      ['205 教育支出: 9.00, 8.00, 1.00', 'row-1 教育支出: 3.00, 2.00, 1.00'],
    ],
    [
      'a label that spans into the values leaves the ones beside it',
      `${EXPENDITURE}\n205 | 教育支出 | 9.00 | 8.00 | 1.00\n合计 | < | < | 8.00 | 1.00`,
      ['205 教育支出: 9.00, 8.00, 1.00', 'total 合计: ∅, 8.00, 1.00'],
    ],
    [
      'a value without code and label',
      `${EXPENDITURE}\n205 | 教育支出 | 9.00 | 8.00 | 1.00\n | | 3.00 | |`,
      ['205 教育支出: 9.00, 8.00, 1.00', 'row-1 : 3.00, ∅, ∅'],
    ],
    [
      'a heading over all columns holds no value',
      `${EXPENDITURE}\n一般公共预算 | < | < | < | <\n205 | 教育支出 | 9.00 | 8.00 | 1.00`,
      ['205 教育支出: 9.00, 8.00, 1.00'],
    ],
    [
      'a number that stands in the column of names stays in the label',
      `${EXPENDITURE}\n205 | 教育支出 | 9.00 | 8.00 | 1.00\n206 | 77 | 9.00 | 8.00 | 1.00\n208 | 社会保障和就业支出 | | |`,
      ['205 教育支出: 9.00, 8.00, 1.00', '206 77: 9.00, 8.00, 1.00', '208 社会保障和就业支出: ∅, ∅, ∅'],
    ],
  ])('%s', (_, drawing, rows) => {
    expect(rowsOf('支出决算表', drawing)).toEqual(rows);
  });

  it('keeps the unlabelled right cells beside the opening balances of 财政拨款收入支出决算总表', () => {
    expect(
      rowsOf(
        '财政拨款收入支出决算总表',
        `项目 | 金额 | 项目 | 合计 | 一般公共预算财政拨款 | 政府性基金预算财政拨款 | 国有资本经营预算财政拨款
         一、一般公共预算财政拨款 | 9.00 | 一、外交支出 | 9.00 | 9.00 | 0.00 | 0.00
         年初财政拨款结转和结余 | 0.00 | 年末财政拨款结转和结余 | 0.00 | 0.00 | 0.00 | 0.00
         一、一般公共预算财政拨款 | 0.00 | | | 0.00 | 0.00 | 0.00
         总计 | 9.00 | 总计 | 9.00 | 9.00 | 0.00 | 0.00`,
      ),
    ).toEqual([
      'revenue general-budget 一、一般公共预算财政拨款: 9.00',
      'revenue opening 年初财政拨款结转和结余: 0.00',
      'revenue opening-general-budget 一、一般公共预算财政拨款: 0.00',
      'revenue grand-total 总计: 9.00',
      'expenditure func-202 一、外交支出: 9.00, 9.00, 0.00, 0.00',
      'expenditure closing 年末财政拨款结转和结余: 0.00, 0.00, 0.00, 0.00',
      'expenditure row-6 : ∅, 0.00, 0.00, 0.00',
      'expenditure grand-total 总计: 9.00, 9.00, 0.00, 0.00',
    ]);
  });

  it('reads blocks side by side as one list, the left one ending early', () => {
    expect(
      rowsOf(
        '一般公共预算财政拨款基本支出决算表',
        `编码 | 名称 | 金额 | 编码 | 名称 | 金额
         301 | 工资福利支出 | 5.00 | 302 | 商品和服务支出 | 2.00
         | | | 30201 | 办公费 | 2.00
         人员经费合计 | < | 5.00 | 公用经费合计 | < | 2.00`,
      ),
    ).toEqual([
      '301 工资福利支出: 5.00',
      '302 商品和服务支出: 2.00',
      '30201 办公费: 2.00',
      'personnel-total 人员经费合计: 5.00',
      'public-total 公用经费合计: 2.00',
    ]);
  });

  it('takes a 款 of one digit, and the 类 that is printed once', () => {
    const rows = read(
      '一般公共预算基本支出表',
      '类 | 款 | 名称 | 合计\n301 | | 工资福利支出 | 9.00\n | 2 | 津贴补贴 | 9.00',
    ).statement.rows;
    expect(rows.map(({ code }) => [code?.scheme, code?.code, code?.match])).toEqual([
      ['department-economic', '301', 'known'],
      ['department-economic', '30102', 'known'],
    ]);
  });

  it('keeps a row with an impossible code and says so', () => {
    const { statement, findings } = read(
      '支出决算表',
      `${EXPENDITURE}\n205 | 教育支出 | 9.00 | 8.00 | 1.00\n7 | 事业单位医疗 | 1.00 | 1.00 |`,
    );
    expect(statement.rows[1]?.code).toMatchObject({ code: '7', match: 'unlikely' });
    expect(statement.rows[1]?.key).toBe('row-1');
    expect(findings).toEqual([
      expect.objectContaining({ check: 'structure/code-unlikely', figures: ['0/1/total', '0/1/basic', '0/1/project'] }),
    ]);
  });

  it('names the one row of a form without labels as the total', () => {
    expect(rowsOf('“三公”经费支出决算表', '合计 | 因公出国（境）费 | 公务接待费\n9.00 | 0.00 | 9.00')).toEqual([
      'total : 9.00, 0.00, 9.00',
    ]);
  });
});

describe('what can not be read', () => {
  it('is told cell by cell, and is no amount', () => {
    const { statement, findings } = read('支出决算表', `${EXPENDITURE}\n205 | 教育支出 | 9.00 | 8.0.0 | —`);
    expect(
      Object.values(statement.rows[0]?.figures ?? {}).map(({ reading, amount }) => [reading, amount?.fen]),
    ).toEqual([
      ['amount', 9_000_000],
      ['unreadable', undefined],
      ['dash', undefined],
    ]);
    expect(findings).toEqual([
      expect.objectContaining({ check: 'structure/figure-unread', severity: 'warning', figures: ['0/0/basic'] }),
    ]);
    expect(findings[0]?.message).toMatch(/^支出决算表，教育支出，基本支出：“8\.0\.0”不能读作金额/);
  });

  it('keeps a row of a text dump that nothing divides into columns, every figure unread', () => {
    const { statement, findings } = read(
      '支出决算表',
      `${EXPENDITURE}\n205 | 教育支出 | 9.00 | 8.00 | 1.00\n206 科学技术支出 3.00 1.00 | < | < | < | <`,
    );
    const figures = Object.values(statement.rows[1]?.figures ?? {});
    expect(figures.map(({ reading }) => reading)).toEqual(['unreadable', 'unreadable', 'unreadable']);
    expect(figures[0]?.printed).toBe('206 科学技术支出 3.00 1.00');
    expect(findings.map(({ check }) => check)).toEqual(['structure/figure-unread']);
  });

  it('takes a note inside the grid as a note, numbers or not', () => {
    const { statement } = read(
      '支出决算表',
      `${EXPENDITURE}\n205 | 教育支出 | 9.00 | 8.00 | 1.00\n注：本表反映部门 2024 年度支出 9.00 万元。 | < | < | < | <`,
    );
    expect(statement.rows).toHaveLength(1);
    expect(statement.notes).toEqual(['注：本表反映部门 2024 年度支出 9.00 万元。']);
  });

  it.each(['此表为空 | < | < | < | <', '本表无数据 | | | |'])(
    'sees that the body says the table is empty: %s',
    (row) => {
      const { statement } = read('支出决算表', `${EXPENDITURE}\n${row}`);
      expect([statement.rows.length, statement.declaredEmpty]).toEqual([0, true]);
    },
  );

  it('does not drop a value beside such words', () => {
    expect(rowsOf('支出决算表', `${EXPENDITURE}\n此表为空 | | 3.00 | |`)).toEqual(['row-1 此表为空: 3.00, ∅, ∅']);
  });
});
