import { columnSums } from '../functional.js';
import { printedOrBlank, sum } from '../money.js';
import { blankRows, functionalRow, head, totalRow, valueCell } from '../rows.js';
import type { StatementPlan } from '../statement.js';
import type { PrintedRow, Table } from '../table.js';
import { byFunction, type Figures, type Item, namedRows } from './figures.js';

const UNIT = { unit: '万元', unitLine: '单位：万元', bodyLine: null } as const;
const CODE_WIDTHS = [34, 28, 28];

/** The header over code and name columns; values stand in three-level cells beside it. */
function codeHeader(valueHeads: readonly string[], lastRow: PrintedRow | null): PrintedRow[] {
  const tall = lastRow === null ? 3 : 2;
  const cells = [head('支出功能分类科目编码', 3), head('科目名称', 1, tall - 1)];
  return [
    { cells: [head('项目', 4), ...valueHeads.map((text) => head(text, 1, tall))] },
    { cells },
    lastRow ?? { cells: [head('类'), head('款'), head('项')] },
  ];
}

/** Forms 02 and 03: the total stands in the last header row, beside 类, 款 and 项. */
function totalInHeader(
  plan: Pick<StatementPlan, 'form' | 'title' | 'columns'>,
  figures: Figures,
  values: (item: Item) => readonly number[],
  style: Pick<Table, 'rules' | 'repeatHeader'>,
): StatementPlan {
  const items = byFunction(figures, values);
  const total = columnSums(items).map(printedOrBlank);
  const totals: PrintedRow = {
    cells: [head('类'), head('款'), head('项'), head('合计'), ...total.map(valueCell)],
    truth: [{ side: null, code: null, label: '合计', values: total }],
  };
  return {
    ...plan,
    ...UNIT,
    table: {
      widths: [...CODE_WIDTHS, 168, ...plan.columns.map(() => 420 / plan.columns.length)],
      header: codeHeader(plan.columns, totals),
      body: namedRows(items).map(functionalRow),
      rowHeight: 22,
      orientation: 'landscape',
      ...style,
    },
    blankRows: 0,
    note: null,
  };
}

/** Form 02 收入决算表. */
export function revenueStatement(figures: Figures): StatementPlan {
  return totalInHeader(
    {
      form: 'FA02',
      title: '收入决算表',
      columns: ['本年收入合计', '财政拨款收入', '上级补助收入', '事业收入', '经营收入', '附属单位上缴收入', '其他收入'],
    },
    figures,
    (i) => [i.fiscalIncome + i.otherIncome, i.fiscalIncome, 0, 0, 0, 0, i.otherIncome],
    { rules: 'stroke', repeatHeader: false },
  );
}

/** Form 03 支出决算表. */
export function expenditureStatement(figures: Figures): StatementPlan {
  return totalInHeader(
    {
      form: 'FA03',
      title: '支出决算表',
      columns: ['本年支出合计', '基本支出', '项目支出', '上缴上级支出', '经营支出', '对附属单位补助支出'],
    },
    figures,
    (i) => {
      const project = i.project + i.fund + i.nonFiscal;
      return [i.basic + project, i.basic, project, 0, 0, 0];
    },
    { rules: 'fill', repeatHeader: false },
  );
}

/** Form 05 一般公共预算财政拨款支出决算表: the total alone on the last page, under no header. */
export function generalBudgetStatement(figures: Figures): StatementPlan {
  const items = byFunction(figures, (i) => [i.basic + i.project, i.basic, i.project]);
  const columns = ['合计', '基本支出', '项目支出'];
  return {
    form: 'FA05',
    title: '一般公共预算财政拨款支出决算表',
    ...UNIT,
    columns,
    table: {
      widths: [...CODE_WIDTHS, 190, 72, 72, 72],
      header: codeHeader(columns, null),
      body: [...namedRows(items).map(functionalRow), { ...totalRow('合计', 4, columnSums(items)), breakBefore: true }],
      rules: 'fill',
      repeatHeader: false,
      rowHeight: 20,
      orientation: 'portrait',
    },
    blankRows: 0,
    note: null,
  };
}

const FUND_COLUMNS = ['年初结转和结余', '本年收入', '小计', '基本支出', '项目支出', '年末结转和结余'];

/** Forms 08 and 09 have one shape: opening, income, spending in three columns, closing; the total comes last. */
function balanceStatement(form: string, title: string, body: readonly PrintedRow[], total: PrintedRow): Table {
  if (!/^FA0[89]$/.test(form)) throw new Error(`expected form FA08 or FA09, found ${form} (${title})`);
  const [opening = '', income = '', ...rest] = FUND_COLUMNS;
  const tall = (text: string): ReturnType<typeof head> => head(text, 1, 3);
  return {
    widths: [...CODE_WIDTHS, 130, 70, 70, 70, 70, 70, 70],
    header: [
      { cells: [head('项目', 4), tall(opening), tall(income), head('本年支出', 3), tall(rest[3] ?? '')] },
      {
        cells: [head('支出功能分类科目编码', 3), head('科目名称', 1, 2), ...rest.slice(0, 3).map((t) => head(t, 1, 2))],
      },
      { cells: [head('类'), head('款'), head('项')] },
    ],
    body: [...body, total],
    rules: 'box',
    repeatHeader: false,
    rowHeight: 22,
    orientation: 'landscape',
  };
}

/** Form 08 政府性基金预算财政拨款收入支出决算表, with one item. */
export function governmentFundsStatement(figures: Figures): StatementPlan {
  const { opening, income, spent, closing } = figures.fund;
  const values = [opening, income, spent, 0, spent, closing];
  const rows = namedRows([{ code: figures.fundCode, values }]).map(functionalRow);
  const title = '政府性基金预算财政拨款收入支出决算表';
  return {
    form: 'FA08',
    title,
    ...UNIT,
    columns: FUND_COLUMNS,
    table: balanceStatement('FA08', title, [...rows, ...blankRows(4, 10)], totalRow('合计', 4, values)),
    blankRows: 4,
    note: null,
  };
}

/** Form 09 国有资本经营预算财政拨款收入支出决算表: nothing to report, and a note that says so. */
export function stateCapitalStatement(figures: Figures): StatementPlan {
  const title = '国有资本经营预算财政拨款收入支出决算表';
  return {
    form: 'FA09',
    title,
    ...UNIT,
    columns: FUND_COLUMNS,
    table: balanceStatement('FA09', title, blankRows(8, 10), totalRow('合计', 4, [0, 0, 0, 0, 0, 0])),
    blankRows: 8,
    note: `注：${figures.texts.body}本年度没有国有资本经营预算财政拨款收支，故本表无数据。`,
  };
}

/** Form 07: the three public expenses in one row of twelve numbers. */
export function threePublicStatement(figures: Figures): StatementPlan {
  const { abroad, purchase, operation, reception } = figures.threePublic;
  const pairs = (of: readonly (readonly [number, number])[]): number[] => [
    sum(of.map(([budget]) => budget)),
    sum(of.map(([, final]) => final)),
  ];
  const vehicles = pairs([purchase, operation]);
  const amounts = [
    ...pairs([abroad, purchase, operation, reception]),
    ...abroad,
    ...vehicles,
    ...purchase,
    ...operation,
    ...reception,
  ];
  const values = amounts.map(printedOrBlank);
  const items = ['合计', '因公出国（境）费', '小计', '公务用车购置费', '公务用车运行费', '公务接待费'];
  const [total = '', trip = '', subtotal = '', buy = '', run = '', guests = ''] = items;
  return {
    form: 'FA07',
    title: '财政拨款“三公”经费支出决算表',
    ...UNIT,
    columns: items.flatMap((item) => [`${item}/预算数`, `${item}/决算数`]),
    table: {
      widths: Array.from({ length: 12 }, () => 56),
      header: [
        { cells: [head('财政拨款“三公”经费', 12)] },
        { cells: [head(total, 2, 2), head(trip, 2, 2), head('公务用车购置及运行费', 6), head(guests, 2, 2)] },
        { cells: [head(subtotal, 2), head(buy, 2), head(run, 2)] },
        { cells: items.flatMap(() => [head('预算数'), head('决算数')]) },
      ],
      body: [{ cells: values.map(valueCell), truth: [{ side: null, code: null, label: '', values }] }],
      rules: 'stroke',
      repeatHeader: false,
      rowHeight: 26,
      orientation: 'landscape',
    },
    blankRows: 0,
    note: null,
  };
}
