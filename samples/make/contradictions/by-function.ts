import type { FunctionalItem } from '../functional.js';
import { head } from '../rows.js';
import type { StatementPlan } from '../statement.js';
import type { PrintedRow, Table } from '../table.js';
import { type Account, type AccountItem, incomeOf } from './figures.js';
import { codeRows, columnNumbers, furniture, sumRow } from './layout.js';

/** Header of a statement by function: 项目 over code and name, the value columns tall, then 栏次. */
function header(columns: readonly string[]): PrintedRow[] {
  return [
    { cells: [head('项目', 2), ...columns.map((text) => head(text, 1, 2))] },
    { cells: [head('功能分类科目编码'), head('科目名称')] },
    columnNumbers(2, columns.length),
  ];
}

function picked(account: Account, values: (item: AccountItem) => readonly number[]): FunctionalItem[] {
  return account.items.map((item) => ({ code: item.code, values: values(item) }));
}

function byFunction(
  plan: Pick<StatementPlan, 'form' | 'title' | 'columns'>,
  furnished: ReturnType<typeof furniture>,
  items: readonly FunctionalItem[],
  style: Pick<Table, 'widths' | 'rules' | 'orientation' | 'repeatHeader'>,
): StatementPlan {
  return {
    ...plan,
    ...furnished,
    table: {
      header: header(plan.columns),
      body: [sumRow(items), ...codeRows(items)],
      rowHeight: 17,
      ...style,
    },
  };
}

/** Form 02 收入决算表, landscape. */
export function revenueStatement(account: Account): StatementPlan {
  return byFunction(
    {
      form: 'FA02',
      title: '收入决算表',
      columns: ['本年收入合计', '财政拨款收入', '上级补助收入', '事业收入', '经营收入', '附属单位上缴收入', '其他收入'],
    },
    furniture(2, account.body),
    picked(account, (item) => {
      const { general, fund, other } = incomeOf(account, item);
      return [general + fund + other, general + fund, 0, 0, 0, 0, other];
    }),
    { widths: [76, 190, ...Array<number>(7).fill(68)], rules: 'thin', orientation: 'landscape', repeatHeader: true },
  );
}

/** Form 03 支出决算表, landscape. */
export function expenditureStatement(account: Account): StatementPlan {
  return byFunction(
    {
      form: 'FA03',
      title: '支出决算表',
      columns: ['本年支出合计', '基本支出', '项目支出', '上缴上级支出', '经营支出', '对附属单位补助支出'],
    },
    furniture(3, account.body),
    picked(account, (item) => {
      const [basic, project] = [item.basic + item.otherBasic, item.project + item.fund + item.otherProject];
      return [basic + project, basic, project, 0, 0, 0];
    }),
    { widths: [76, 200, ...Array<number>(6).fill(78)], rules: 'thin', orientation: 'landscape', repeatHeader: false },
  );
}

/** Form 05 一般公共预算财政拨款支出决算表. */
export function generalBudgetStatement(account: Account): StatementPlan {
  return byFunction(
    { form: 'FA05', title: '一般公共预算财政拨款支出决算表', columns: ['小计', '基本支出', '项目支出'] },
    furniture(5, account.body),
    picked(account, (item) => [item.basic + item.project, item.basic, item.project]),
    { widths: [80, 210, 76, 76, 76], rules: 'stroke', orientation: 'portrait', repeatHeader: true },
  );
}

/** Form 07 政府性基金预算财政拨款收入支出决算表. */
export function governmentFundsStatement(account: Account): StatementPlan {
  const { opening, income, closing } = account.balance.fund;
  const items = picked(account, ({ fund }) =>
    fund === 0 ? [0, 0, 0, 0, 0, 0] : [opening, income, fund, 0, fund, closing],
  );
  const [left = '', middle = '', ...rest] = [
    '年初结转和结余',
    '本年收入',
    '小计',
    '基本支出',
    '项目支出',
    '年末结转和结余',
  ];
  const tall = (text: string): ReturnType<typeof head> => head(text, 1, 2);
  return {
    form: 'FA08',
    title: '政府性基金预算财政拨款收入支出决算表',
    ...furniture(7, account.body),
    columns: [left, middle, ...rest],
    table: {
      widths: [76, 170, 76, 76, 76, 76, 76, 76],
      header: [
        { cells: [head('项目', 2), tall(left), tall(middle), head('本年支出', 3), tall(rest[3] ?? '')] },
        { cells: [head('功能分类科目编码'), head('科目名称'), ...rest.slice(0, 3).map((text) => head(text))] },
        columnNumbers(2, 6),
      ],
      body: [sumRow(items), ...codeRows(items)],
      rules: 'stroke',
      repeatHeader: false,
      rowHeight: 22,
      orientation: 'landscape',
    },
    note: '注：本表反映部门本年度政府性基金预算财政拨款收入、支出及结转和结余情况。',
  };
}

/** Form 08 国有资本经营预算财政拨款支出决算表: empty, with a note that says why. */
export function stateCapitalStatement(account: Account): StatementPlan {
  const columns = ['合计', '基本支出', '项目支出'];
  const blank = 3;
  return {
    form: 'FA09',
    title: '国有资本经营预算财政拨款支出决算表',
    ...furniture(8, account.body),
    columns,
    table: {
      widths: [90, 190, 80, 80, 80],
      header: header(columns),
      body: [
        {
          cells: [head('合计', 2), ...columns.map(() => head(''))],
          truth: [{ side: null, code: null, label: '合计', values: columns.map(() => null) }],
        },
        ...Array.from({ length: blank }, () => ({ cells: Array.from({ length: 5 }, () => head('')) })),
      ],
      rules: 'thin',
      repeatHeader: false,
      rowHeight: 22,
      orientation: 'portrait',
    },
    blankRows: blank,
    note: `注：本部门${account.year}年度没有国有资本经营预算财政拨款支出，故本表无数据。`,
  };
}
