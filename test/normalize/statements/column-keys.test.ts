import { describe, expect, it } from 'vitest';
import type { ReportKind, StatementKind } from '../../../src/normalize/report.js';
import { type NamedColumn, nameColumns } from '../../../src/normalize/statements/column-keys.js';
import { columnBlocks, columnHeads } from '../../../src/normalize/statements/columns.js';
import { viewOf } from '../../../src/normalize/statements/grid-view.js';
import { headerRows } from '../../../src/normalize/statements/header.js';
import { statementTemplates } from '../../../src/normalize/statements/templates.js';
import { gridOf } from '../../support/grid-factory.js';

/** The names of all value columns, block after block. */
function columnsOf(
  kind: StatementKind | null,
  drawing: string,
  reportKind: ReportKind | null = 'final-accounts',
  byOrder = true,
): NamedColumn[] {
  const template = statementTemplates().kinds.find((one) => one.kind === kind) ?? null;
  const view = viewOf(gridOf(drawing));
  const heads = columnHeads(view, headerRows(view));
  return columnBlocks(heads, template?.sided ?? false).flatMap((block) =>
    nameColumns(heads, block, template, { reportKind, fiscalYear: null }, byOrder),
  );
}

const keysOf = (...input: Parameters<typeof columnsOf>): string[] => columnsOf(...input).map(({ key }) => key);

const VEHICLES = ['total', 'abroad', 'vehicle', 'vehicle-purchase', 'vehicle-operation', 'reception'];

describe('nameColumns by heads', () => {
  it.each<[string, StatementKind, string, string[]]>([
    [
      'the summary',
      'revenue-and-expenditure',
      '收入 | < | 支出 | <\n项目 | 决算数 | 项目 | 金额\n一、财政拨款收入 | 1.00 | 一、外交支出 | 1.00',
      ['amount', 'amount'],
    ],
    [
      'the summary of a Shanghai budget, 本年收入 and 本年支出 over the sides',
      'revenue-and-expenditure',
      '本年收入 | < | 本年支出 | <\n项目 | 预算数 | 项目 | 预算数\n一、财政拨款收入 | 1.00 | 一、外交支出 | 1.00',
      ['amount', 'amount'],
    ],
    [
      'the summary of the national form, three columns a side',
      'revenue-and-expenditure',
      `收入 | < | < | < | 支出 | < | < | <
       项目 | 年初预算数 | 全年预算数 | 决算数 | 项目 | 年初预算数 | 全年预算数 | 决算数
       一、财政拨款收入 | 1.00 | 1.00 | 1.00 | 一、外交支出 | 1.00 | 1.00 | 1.00`,
      ['approved', 'adjusted', 'executed', 'approved', 'adjusted', 'executed'],
    ],
    [
      'revenue with 教育收费 below 事业收入',
      'revenue',
      `编码 | 名称 | 本年收入合计 | 财政拨款收入 | 上级补助收入 | 事业收入 | < | 经营收入 | 附属单位上缴收入 | 其他收入
       ^ | ^ | ^ | ^ | ^ | 小计 | 其中：教育收费 | ^ | ^ | ^
       205 | 教育支出 | 9.00 | 1.00 | 1.00 | 4.00 | 3.00 | 1.00 | 1.00 | 1.00`,
      [
        'total',
        'fiscal',
        'superior-subsidy',
        'institutional',
        'education-fees',
        'operating',
        'subsidiary-remittance',
        'other',
      ],
    ],
    [
      'revenue of a Shanghai budget',
      'revenue',
      '编码 | 名称 | 合计 | 财政拨款收入 | 事业收入 | 事业单位经营收入 | 其他收入\n205 | 教育 | 9 | 9 | | |',
      ['total', 'fiscal', 'institutional', 'operating', 'other'],
    ],
    [
      'expenditure',
      'expenditure',
      `编码 | 名称 | 本年支出合计 | 基本支出 | 项目支出 | 上缴上级支出 | 经营支出 | 对附属单位补助支出
       205 | 教育 | 9.00 | 8.00 | 1.00 | 0.00 | 0.00 | 0.00`,
      ['total', 'basic', 'project', 'to-superior', 'operating', 'to-subsidiary'],
    ],
    [
      'the four columns of the appropriations',
      'appropriations',
      `项目 | 金额 | 项目 | 合计 | 一般公共预算财政拨款 | 政府性基金预算财政拨款 | 国有资本经营预算财政拨款
       一、一般公共预算财政拨款 | 1.00 | 一、外交支出 | 1.00 | 1.00 | 0.00 | 0.00`,
      ['amount', 'total', 'general-budget', 'government-funds', 'state-capital'],
    ],
    [
      'basic expenditure of a budget: 合计 人员 公用',
      'general-budget-basic-expenditure',
      '编码 | < | 名称 | 合计 | 人员经费 | 公用经费\n301 | 01 | 基本工资 | 9 | 9 | 0',
      ['total', 'personnel', 'public'],
    ],
    [
      'expenditure of the welfare home: 基本支出 parted into 人员 and 公用',
      'general-budget-expenditure',
      `编码 | 名称 | 合计 | 基本支出 | < | < | 项目支出
       ^ | ^ | ^ | 小计 | 人员经费 | 公用经费 | ^
       208 | 社会保障 | 9 | 8 | 7 | 1 | 1`,
      ['total', 'basic', 'personnel', 'public', 'project'],
    ],
    [
      'funds with balances',
      'government-funds',
      `项目 | 年初结转和结余 | 本年收入 | 本年支出 | < | < | 年末结转和结余
       ^ | ^ | ^ | 小计 | 基本支出 | 项目支出 | ^
       合计 | 0.00 | 1.00 | 1.00 | 0.00 | 1.00 | 0.00`,
      ['opening', 'income', 'total', 'basic', 'project', 'closing'],
    ],
    [
      'the general budget of Yunnan, with balances and revenue',
      'general-budget-expenditure',
      `编码 | 名称 | 年初结转和结余 | < | < | 本年收入 | < | < | 本年支出 | < | < | 年末结转和结余 | < | <
       ^ | ^ | 合计 | 基本支出结转 | 项目支出结转和结余 | 合计 | 基本支出 | 项目支出 | 合计 | 基本支出 | 项目支出 | 合计 | 基本支出结转 | 项目支出结转和结余
       205 | 教育 | 0.00 | 0.00 | 0.00 | 9.00 | 8.00 | 1.00 | 9.00 | 8.00 | 1.00 | 0.00 | 0.00 | 0.00`,
      [
        'opening',
        'opening-basic',
        'opening-project',
        'income',
        'income-basic',
        'income-project',
        'total',
        'basic',
        'project',
        'closing',
        'closing-basic',
        'closing-project',
      ],
    ],
    [
      '“三公” of a Shanghai budget, reception before the vehicles, with 机关运行经费',
      'three-public',
      `“三公”经费预算数 | < | < | < | < | < | 机关运行经费预算数
       合计 | 因公出国(境)费 | 公务接待费 | 公务用车购置及运行费 | < | < | ^
       ^ | ^ | ^ | 小计 | 购置费 | 运行费 | ^
       9.00 | 0.00 | 1.00 | 8.00 | 0.00 | 8.00 | 30.00`,
      ['total', 'abroad', 'reception', 'vehicle', 'vehicle-purchase', 'vehicle-operation', 'operating-funds'],
    ],
    [
      '“三公” in one row of pairs: 预算数 and 决算数',
      'three-public',
      `合计 | < | 因公出国（境）费 | < | 公务用车购置及运行维护费 | < | < | < | < | < | 公务接待费 | <
       ^ | < | ^ | < | 小计 | < | 公务用车购置费 | < | 公务用车运行维护费 | < | ^ | <
       预算数 | 决算数 | 预算数 | 决算数 | 预算数 | 决算数 | 预算数 | 决算数 | 预算数 | 决算数 | 预算数 | 决算数
       9.00 | 8.00 | 0.00 | 0.00 | 7.00 | 6.00 | 0.00 | 0.00 | 7.00 | 6.00 | 2.00 | 2.00`,
      VEHICLES.flatMap((key) => [`${key}-approved`, `${key}-executed`]),
    ],
    [
      '“三公” of Jiangsu, with meetings and training',
      'three-public',
      `合计 | “三公”经费 | < | < | < | < | < | 会议费 | 培训费
       ^ | 小计 | 因公出国（境）费 | 公务用车购置及运行费 | < | < | 公务接待费 | ^ | ^
       ^ | ^ | ^ | 小计 | 公务用车购置费 | 公务用车运行费 | ^ | ^ | ^
       9.00 | 5.00 | 1.00 | 3.00 | 1.00 | 2.00 | 1.00 | 2.00 | 2.00`,
      [
        'total-with-meetings',
        'total',
        'abroad',
        'vehicle',
        'vehicle-purchase',
        'vehicle-operation',
        'reception',
        'meetings',
        'training',
      ],
    ],
    [
      '“三公” down the page, budget and account',
      'three-public',
      '项目 | 行次 | 年初预算数 | 全年预算数 | 决算数\n合计 | 1 | 9.00 | 9.00 | 8.00',
      ['approved', 'adjusted', 'executed'],
    ],
  ])('%s', (_, kind, drawing, keys) => {
    expect(keysOf(kind, drawing)).toEqual(keys);
  });

  it('tells the phase by the head, else by the kind of report', () => {
    const drawing = '项目 | 行次 | 预算数 | 决算数\n合计 | 1 | 9.00 | 8.00';
    expect(columnsOf('three-public', drawing).map(({ phase }) => phase)).toEqual(['approved', 'executed']);
    const plain = '编码 | 名称 | 合计\n205 | 教育 | 9.00';
    expect([
      columnsOf('expenditure', plain, 'budget')[0]?.phase,
      columnsOf('expenditure', plain, 'final-accounts')[0]?.phase,
      columnsOf('expenditure', plain, null)[0]?.phase,
    ]).toEqual(['approved', 'executed', null]);
  });

  it('calls a single amount by no phase: 决算数 of 收入支出决算总表 is the amount', () => {
    expect(keysOf('three-public', '项目 | 行次 | 决算数\n合计 | 1 | 9.00')).toEqual(['amount']);
  });

  it('never guesses a column', () => {
    const drawing =
      '编码 | 名称 | 本年支出合计 | 基本支出 | 其中：涉密 | 基本支出\n205 | 教育 | 9.00 | 8.00 | 1.00 | 2.00';
    expect(columnsOf('expenditure', drawing).map(({ key, unknown }) => [key, unknown])).toEqual([
      ['total', false],
      ['basic', false],
      ['column-5', true],
      ['column-6', true],
    ]);
  });
});

describe('nameColumns by the order of the form', () => {
  const row = (count: number): string => `205 | 教育 ${'| 1.00 '.repeat(count)}`;
  const headless = (count: number): string => `${'项目¦金额 | < '}${'| < '.repeat(count)}\n${row(count)}`;

  it.each<[StatementKind, number, string[]]>([
    [
      'revenue',
      7,
      ['total', 'fiscal', 'superior-subsidy', 'institutional', 'operating', 'subsidiary-remittance', 'other'],
    ],
    ['expenditure', 6, ['total', 'basic', 'project', 'to-superior', 'operating', 'to-subsidiary']],
    ['general-budget-expenditure', 3, ['total', 'basic', 'project']],
    ['government-funds', 6, ['opening', 'income', 'total', 'basic', 'project', 'closing']],
    ['expenditure', 4, ['column-3', 'column-4', 'column-5', 'column-6']],
  ])('%s with %i columns', (kind, count, keys) => {
    expect(keysOf(kind, headless(count))).toEqual(keys);
  });

  it('names twelve headless “三公” columns as the form has them: all budgets first', () => {
    expect(keysOf('three-public', `a¦b ${'| <'.repeat(11)}\n${'1.00 | '.repeat(11)} 1.00`)).toEqual([
      ...VEHICLES.map((key) => `${key}-approved`),
      ...VEHICLES.map((key) => `${key}-executed`),
    ]);
  });

  it('fills a gap only where the heads that speak agree', () => {
    const part = (head: string): string => `编码 | 名称 | ${head}\n${row(3)}`;
    expect(keysOf('general-budget-expenditure', part('合计 | | 项目支出'))).toEqual(['total', 'basic', 'project']);
    expect(keysOf('general-budget-expenditure', part('合计 | | 基本支出'))).toEqual(['total', 'column-4', 'basic']);
  });

  it('does not use it where the form itself is in question', () => {
    expect(keysOf('general-budget-expenditure', headless(3), null, false)).toEqual([
      'column-3',
      'column-4',
      'column-5',
    ]);
  });
});
