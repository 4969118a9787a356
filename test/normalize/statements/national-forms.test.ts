import { describe, expect, it } from 'vitest';
import type { Unit } from '../../../src/normalize/figures/unit.js';
import type { ReportKind, Statement } from '../../../src/normalize/report.js';
import { readStatement } from '../../../src/normalize/statements/statement.js';
import { templateByTitle } from '../../../src/normalize/statements/title.js';
import { gridOf } from '../../support/grid-factory.js';

// The full forms of the ministry: line and column numbers (行次, 栏次), phases over whole sets of columns, tables by unit.

const UNIT: Unit = { text: '万元', fenPerUnit: 1_000_000 };

function read(title: string, drawing: string, reportKind: ReportKind, fiscalYear: number): Statement {
  const table = { grid: gridOf(drawing), title, template: templateByTitle(title), unit: UNIT, notes: [] };
  const { statement, findings } = readStatement(table, 0, { reportKind, fiscalYear, defaultUnit: null });
  expect(findings).toEqual([]);
  return statement;
}

function keys(statement: Statement): string {
  return statement.columns.map(({ key }) => key).join(' ');
}

function rows(statement: Statement): string[] {
  return statement.rows.map(
    ({ panel, key, figures }) =>
      `${panel ? `${panel} ` : ''}${key}: ${Object.values(figures)
        .map(({ printed }) => printed || '-')
        .join(' ')}`,
  );
}

describe('final accounts', () => {
  it('收入支出决算表 with 行次 beside the amounts and a 栏次 row', () => {
    const statement = read(
      '公开01表 收入支出决算表',
      `收入 | < | < | 支出 | < | <
       项目 | 行次 | 金额 | 项目 | 行次 | 金额
       栏次 |  | 1 | 栏次 |  | 2
       一、一般公共预算财政拨款收入 | 1 | 90.00 | 一、一般公共服务支出 | 32 | 80.00
       八、其他收入 | 8 | 0.00 | 八、社会保障和就业支出 | 39 | 5.00
        | 9 |  | 九、卫生健康支出 | 40 | 0.00
       本年收入合计 | 27 | 90.00 | 本年支出合计 | 58 | 85.00
       使用非财政拨款结余（含专用结余） | 28 | 0.00 | 结余分配 | 59 | 0.00
       年初结转和结余 | 29 | 1.00 | 年末结转和结余 | 60 | 6.00
       总计 | 30 | 91.00 | 总计 | 61 | 91.00`,
      'final-accounts',
      2023,
    );
    expect(rows(statement)).toEqual([
      'revenue general-budget: 90.00',
      'revenue other: 0.00',
      'revenue current-total: 90.00',
      'revenue use-nonfiscal-surplus: 0.00',
      'revenue opening: 1.00',
      'revenue grand-total: 91.00',
      'expenditure func-201: 80.00',
      'expenditure func-208: 5.00',
      'expenditure func-210: 0.00',
      'expenditure current-total: 85.00',
      'expenditure surplus-distribution: 0.00',
      'expenditure closing: 6.00',
      'expenditure grand-total: 91.00',
    ]);
  });

  it('the form of 2017: 其中 below 财政拨款收入 is part of it, 用事业基金弥补收支差额, former names of classes', () => {
    const statement = read(
      '收入支出决算总表',
      `收入 | < | < | 支出 | < | <
       项目 | 行次 | 决算数 | 项目（按功能分类） | 行次 | 决算数
       一、财政拨款收入 | 1 | 100.00 | 一、一般公共服务支出 | 28 | 90.00
       其中：政府性基金预算财政拨款 | 2 | 10.00 | 七、文化体育与传媒支出 | 34 | 5.00
       六、其他收入 | 7 | 5.00 | 九、医疗卫生与计划生育支出 | 36 | 0.00
       本年收入合计 | 23 | 105.00 | 本年支出合计 | 50 | 95.00
       用事业基金弥补收支差额 | 24 | 0.00 | 结余分配 | 51 | 0.00
       年初结转和结余 | 25 | 0.00 | 年末结转和结余 | 54 | 10.00
       总计 | 27 | 105.00 | 总计 | 55 | 105.00`,
      'final-accounts',
      2017,
    );
    expect(rows(statement)).toEqual([
      'revenue fiscal: 100.00',
      'revenue government-funds: 10.00',
      'revenue other: 5.00',
      'revenue current-total: 105.00',
      'revenue use-nonfiscal-surplus: 0.00',
      'revenue opening: 0.00',
      'revenue grand-total: 105.00',
      'expenditure func-201: 90.00',
      'expenditure func-207: 5.00',
      'expenditure func-210: 0.00',
      'expenditure current-total: 95.00',
      'expenditure surplus-distribution: 0.00',
      'expenditure closing: 10.00',
      'expenditure grand-total: 105.00',
    ]);
  });

  it('基本支出决算表: 人员经费 and 公用经费 over code, name and amount name the block, not the column', () => {
    const statement = read(
      '一般公共预算财政拨款基本支出决算表',
      `人员经费 | < | < | 公用经费 | < | < | < | < | <
       科目编码 | 科目名称 | 决算数 | 科目编码 | 科目名称 | 决算数 | 科目编码 | 科目名称 | 决算数
       301 | 工资福利支出 | 60.00 | 302 | 商品和服务支出 | 10.00 | 310 | 其他资本性支出 | 2.00
       人员经费合计 | < | 60.00 | 公用经费合计 | < | < | < | < | 12.00`,
      'final-accounts',
      2017,
    );
    expect(keys(statement)).toBe('amount');
    expect(rows(statement)).toEqual([
      '301: 60.00',
      '302: 10.00',
      '310: 2.00',
      'personnel-total: 60.00',
      'public-total: 12.00',
    ]);
  });

  it('“三公” since 2022: 预算数 and 决算数 over a set of items each, columns numbered 1 to 12', () => {
    const statement = read(
      '财政拨款“三公”经费支出决算表',
      `预算数 | < | < | < | < | < | 决算数 | < | < | < | < | <
       合计 | 因公出国（境）费 | 公务用车购置及运行维护费 | < | < | 公务接待费 | 合计 | 因公出国（境）费 | 公务用车购置及运行维护费 | < | < | 公务接待费
       ^ | ^ | 小计 | 公务用车购置费 | 公务用车运行维护费 | ^ | ^ | ^ | 小计 | 公务用车购置费 | 公务用车运行维护费 | ^
       1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10 | 11 | 12
       12.00 | 2.00 | 7.00 | 0.00 | 7.00 | 3.00 | 9.50 | 0.00 | 6.50 | 0.00 | 6.50 | 3.00`,
      'final-accounts',
      2023,
    );
    const items = ['total', 'abroad', 'vehicle', 'vehicle-purchase', 'vehicle-operation', 'reception'];
    const expected = ['approved', 'executed'].flatMap((phase) => items.map((item) => `${item}-${phase}`));
    expect(keys(statement)).toBe(expected.join(' '));
    expect(rows(statement)).toEqual(['total: 12.00 2.00 7.00 0.00 7.00 3.00 9.50 0.00 6.50 0.00 6.50 3.00']);
  });

  it('“三公” as a list with three phases (Yunnan)', () => {
    const statement = read(
      '“三公”经费、行政参公单位机关运行经费情况表',
      `项目 | 行次 | 预算数 | 全年预算数 | 决算统计数
       栏次 |  | 1 | 2 | 3
       （一）支出合计 | 2 | 12.00 | 12.00 | 9.50
       1．因公出国（境）费 | 3 | 2.00 | 2.00 | 0.00`,
      'final-accounts',
      2023,
    );
    expect(keys(statement)).toBe('approved adjusted executed');
    expect(rows(statement)).toEqual(['total: 12.00 12.00 9.50', 'abroad: 2.00 2.00 0.00']);
  });
});

describe('budgets', () => {
  it('财政拨款收支总表: the funds again below 上年结转', () => {
    const statement = read(
      '财政拨款收支总表',
      `收入 | < | 支出 | < | < | < | <
       项目 | 预算数 | 项目 | 合计 | 一般公共预算 | 政府性基金预算 | 国有资本经营预算
       一、本年收入 | 9.00 | 一、本年支出 | 9.00 | 9.00 |  |
       （一）一般公共预算拨款 | 9.00 | （一）一般公共服务支出 | 9.00 | 9.00 |  |
       二、上年结转 | 1.00 | （二）外交支出 |  |  |  |
       （一）一般公共预算拨款 | 1.00 | 二、年终结转结余 | 1.00 | 1.00 |  |
       收入总计 | 10.00 | 支出总计 | 10.00 | 10.00 |  | `,
      'budget',
      2025,
    );
    expect(rows(statement)).toEqual([
      'revenue current-total: 9.00',
      'revenue general-budget: 9.00',
      'revenue opening: 1.00',
      'revenue opening-general-budget: 1.00',
      'revenue grand-total: 10.00',
      'expenditure current-total: 9.00 9.00 - -',
      'expenditure func-201: 9.00 9.00 - -',
      'expenditure func-202: - - - -',
      'expenditure closing: 1.00 1.00 - -',
      'expenditure grand-total: 10.00 10.00 - -',
    ]);
  });

  it('部门收入总表 by unit: the code of a body is no classification code', () => {
    const statement = read(
      '部门收入总表',
      `部门（单位）代码 | 部门（单位）名称 | 合计 | 本年收入 | < | 上年结转结余 | <
       ^ | ^ | ^ | 小计 | 一般公共预算 | 小计 | 一般公共预算
       合计 | < | 9.00 | 8.00 | 8.00 | 1.00 | 1.00
       126001 | 云溪县档案馆 | 9.00 | 8.00 | 8.00 | 1.00 | 1.00`,
      'budget',
      2025,
    );
    expect(keys(statement)).toBe('total income general-budget opening opening-general-budget');
    expect(statement.rows.map(({ key, label, code }) => [key, label, code])).toEqual([
      ['total', '合计', null],
      ['agency-126001', '126001/云溪县档案馆', null],
    ]);
  });

  it('一般公共预算支出表: the budget year goes without saying, the year before does not', () => {
    const statement = read(
      '一般公共预算支出表',
      `科目编码 | 科目名称 | 2024年执行数 | 2025年预算数 | < | <
       ^ | ^ | ^ | 合计 | 基本支出 | 项目支出
       205 | 教育支出 | 7.00 | 9.00 | 8.00 | 1.00`,
      'budget',
      2025,
    );
    expect(keys(statement)).toBe('executed-prior total basic project');
    expect(statement.columns.map(({ phase }) => phase)).toEqual(['executed', 'approved', 'approved', 'approved']);
  });
});
