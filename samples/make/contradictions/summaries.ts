import { sum } from '../money.js';
import { head } from '../rows.js';
import type { StatementPlan } from '../statement.js';
import type { PrintedRow } from '../table.js';
import { type Account, type AccountItem, balances, SOURCES, type Source, total } from './figures.js';
import { furniture, type NumberedHalf, numberedRow } from './layout.js';
import names from './names.json' with { type: 'json' };

const CLASSES = Object.entries(names.classOrder);
const FISCAL: readonly Source[] = ['general', 'fund'];
const INCOMES = ['上级补助收入', '事业收入', '经营收入', '附属单位上缴收入', '其他收入'];
const NUMERALS = ['四', '五', '六', '七', '八'];

/** Form 01 收入支出决算总表 with 行次: left 1 to 31, right 32 to 62. */
export function summaryStatement(account: Account): StatementPlan {
  const { general, fund, other } = account.balance;
  const half = (label: string, amount: number): NumberedHalf => ({ label, amounts: [amount] });
  const incomes = [
    half('一、一般公共预算财政拨款收入', general.income),
    half('二、政府性基金预算财政拨款收入', fund.income),
    half('三、国有资本经营预算财政拨款收入', 0),
    ...INCOMES.map((label, index) => half(`${NUMERALS[index]}、${label}`, label === '其他收入' ? other.income : 0)),
  ];
  const of = (column: 'opening' | 'income' | 'spent' | 'closing'): number => balances(account, SOURCES, column);
  const left = [
    ...filled(incomes, CLASSES.length, 1),
    half('本年收入合计', of('income')),
    half('使用非财政拨款结余', 0),
    half('年初结转和结余', of('opening')),
    empty(1),
    half('总计', total(account, SOURCES)),
  ];
  const right = [
    ...CLASSES.map(([code, label]) => half(label, spentOn(account, code).all)),
    half('本年支出合计', of('spent')),
    half('结余分配', 0),
    half('年末结转和结余', of('closing')),
    empty(1),
    half('总计', of('spent') + of('closing')),
  ];
  return {
    form: 'FA01',
    title: '收入支出决算总表',
    ...furniture(1, account.body),
    columns: ['收入/金额', '支出/金额'],
    table: {
      widths: [172, 30, 70, 172, 30, 70],
      header: [
        { cells: [head('收入', 3), head('支出', 3)] },
        { cells: ['项目', '行次', '金额', '项目（按功能分类）', '行次', '金额'].map((text) => head(text)) },
        { cells: ['栏次', '', '1', '栏次', '', '2'].map((text) => head(text)) },
      ],
      body: joined(left, right),
      rules: 'thin',
      repeatHeader: false,
      rowHeight: 18,
      orientation: 'portrait',
    },
  };
}

/** Form 04 财政拨款收入支出决算总表 with 行次: left 1 to 32, right 33 to 64. */
export function appropriationsStatement(account: Account): StatementPlan {
  const { general, fund } = account.balance;
  const left = (label: string, amount: number): NumberedHalf => ({ label, amounts: [amount] });
  const right = (label: string, g: number, f: number): NumberedHalf => ({ label, amounts: [g + f, g, f, 0] });
  const lefts = [
    ...filled(
      [
        left('一、一般公共预算财政拨款', general.income),
        left('二、政府性基金预算财政拨款', fund.income),
        left('三、国有资本经营预算财政拨款', 0),
      ],
      CLASSES.length,
      1,
    ),
    left('本年收入合计', general.income + fund.income),
    left('年初财政拨款结转和结余', general.opening + fund.opening),
    left('一般公共预算财政拨款', general.opening),
    left('政府性基金预算财政拨款', fund.opening),
    left('国有资本经营预算财政拨款', 0),
    left('总计', total(account, FISCAL)),
  ];
  const rights = [
    ...CLASSES.map(([code, label]) => {
      const spent = spentOn(account, code);
      return right(label, spent.general, spent.fund);
    }),
    right('本年支出合计', general.spent, fund.spent),
    right('年末财政拨款结转和结余', general.closing, fund.closing),
    empty(4),
    empty(4),
    empty(4),
    right('总计', general.spent + general.closing, fund.spent + fund.closing),
  ];
  const columns = ['合计', '一般公共预算财政拨款', '政府性基金预算财政拨款', '国有资本经营预算财政拨款'];
  return {
    form: 'FA04',
    title: '财政拨款收入支出决算总表',
    ...furniture(4, account.body),
    columns: ['收入/金额', ...columns.map((column) => `支出/${column}`)],
    table: {
      widths: [150, 32, 72, 164, 32, 72, 76, 76, 76],
      header: [
        { cells: [head('收入', 3), head('支出', 6)] },
        {
          cells: ['项目', '行次', '金额', '项目（按功能分类）', '行次', ...columns].map((text) => head(text)),
        },
        { cells: ['栏次', '', '1', '栏次', '', '2', '3', '4', '5'].map((text) => head(text)) },
      ],
      body: joined(lefts, rights),
      rules: 'thin',
      repeatHeader: true,
      rowHeight: 18,
      orientation: 'landscape',
    },
  };
}

/** Spending of a class 类 by source of money. */
export function spentOn(account: Account, code: string): Readonly<Record<Source | 'all', number>> {
  const items = account.items.filter((item) => item.code.startsWith(code));
  const of = (amount: (item: AccountItem) => number): number => sum(items.map(amount));
  const general = of((item) => item.basic + item.project);
  const fund = of((item) => item.fund);
  const other = of((item) => item.otherBasic + item.otherProject);
  return { general, fund, other, all: general + fund + other };
}

function empty(amounts: number): NumberedHalf {
  return { label: '', amounts: Array<null>(amounts).fill(null) };
}

function filled(rows: readonly NumberedHalf[], length: number, amounts: number): NumberedHalf[] {
  return [...rows, ...Array.from({ length: length - rows.length }, () => empty(amounts))];
}

function joined(left: readonly NumberedHalf[], right: readonly NumberedHalf[]): PrintedRow[] {
  return left.map((half, index) => numberedRow(half, right[index] ?? empty(1), [index + 1, left.length + index + 1]));
}
