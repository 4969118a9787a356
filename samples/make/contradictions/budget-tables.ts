import type { FunctionalItem } from '../functional.js';
import { sum, withCommas } from '../money.js';
import { head, valueCell } from '../rows.js';
import type { StatementPlan } from '../statement.js';
import type { PrintedRow, Table } from '../table.js';
import {
  type Budget,
  type BudgetItem,
  economicNames,
  namedRows,
  ofClasses,
  THREE_PUBLIC,
  type ThreePublicItem,
} from './figures.js';
import { codeRows, sumRow } from './layout.js';

const FURNITURE = {
  unit: '万元',
  unitLine: '单位：万元',
  blankRows: 0,
  note: null,
} as const;
const ORDINALS = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十'];
type Entry = readonly [label: string, amounts: readonly number[]];

/** One of the national nine budget tables; its number stands before the title (预算01表 at the right). */
function plan(budget: Budget, number: number, title: string, columns: readonly string[], table: Table): StatementPlan {
  const form = ['B01', 'B02', 'B03', 'B04', 'B05', 'B06', 'B07', 'B08', 'B09'][number - 1] ?? '';
  const bodyLine = `部门名称：${budget.body}`;
  return { form, title, ...FURNITURE, bodyLine, label: `预算公开0${number}表`, columns, table };
}

/** Two lists side by side, and the totals in the last row. */
function twoSided(left: readonly Entry[], right: readonly Entry[], totals: readonly [Entry, Entry]): PrintedRow[] {
  const width = totals[1][1].length;
  const length = Math.max(left.length, right.length);
  const line = (l: Entry | undefined, r: Entry | undefined): PrintedRow => {
    const [a, b] = [l?.[1].map(withCommas) ?? [null], r?.[1].map(withCommas) ?? Array<null>(width).fill(null)];
    return {
      cells: [{ text: l?.[0] ?? '' }, ...a.map(valueCell), { text: r?.[0] ?? '' }, ...b.map(valueCell)],
      truth: [
        ...(l === undefined ? [] : [{ side: 'revenue' as const, code: null, label: l[0], values: a }]),
        ...(r === undefined ? [] : [{ side: 'expenditure' as const, code: null, label: r[0], values: b }]),
      ],
    };
  };
  return [...Array.from({ length }, (_, index) => line(left[index], right[index])), line(totals[0], totals[1])];
}

/** The classes 类 with money in them, numbered as they come. */
function classes(
  budget: Budget,
  values: (item: BudgetItem) => readonly number[],
  label: (n: number) => string,
): Entry[] {
  return namedRows(pick(budget, values))
    .filter(({ code }) => code.length === 3)
    .map((row, index) => [`${label(index)}${row.label}`, row.values]);
}

function pick(budget: Budget, values: (item: BudgetItem) => readonly number[]): FunctionalItem[] {
  return budget.items.map((item) => ({ code: item.code, values: values(item) }));
}

/** 部门收支总表. */
export function summaryTable(budget: Budget): StatementPlan {
  const { general, fund, other } = budget;
  const all = general + fund + other;
  const left: Entry[] = [
    ['一、一般公共预算拨款收入', [general]],
    ['二、政府性基金预算拨款收入', [fund]],
    ['三、国有资本经营预算拨款收入', [0]],
    ['四、事业收入', [0]],
    ['五、其他收入', [other]],
    ['本年收入合计', [all]],
    ['上年结转', [0]],
  ];
  const spending = classes(
    budget,
    (item) => [item.basic + item.project + item.fund + item.other],
    (index) => `${ORDINALS[index]}、`,
  );
  const right: Entry[] = [...spending, ['本年支出合计', [all]], ['结转下年', [0]]];
  return plan(budget, 1, '部门收支总表', ['收入/预算数', '支出/预算数'], {
    widths: [170, 90, 170, 90],
    header: [
      { cells: [head('收入', 2), head('支出', 2)] },
      { cells: ['项目', '预算数', '项目', '预算数'].map((text) => head(text)) },
    ],
    body: twoSided(left, right, [
      ['收入总计', [all]],
      ['支出总计', [all]],
    ]),
    rules: 'stroke',
    repeatHeader: false,
    rowHeight: 24,
    orientation: 'portrait',
  });
}

function byFunction(
  budget: Budget,
  number: number,
  title: string,
  columns: readonly string[],
  items: readonly FunctionalItem[],
  style: Pick<Table, 'widths' | 'rules' | 'orientation'>,
): StatementPlan {
  return plan(budget, number, title, columns, {
    header: [{ cells: ['科目编码', '科目名称', ...columns].map((text) => head(text)) }],
    body: [sumRow(items, withCommas), ...codeRows(items, withCommas)],
    repeatHeader: true,
    rowHeight: 18,
    ...style,
  });
}

/** 部门收入总表, 部门支出总表, 一般公共预算支出表, 政府性基金预算支出表. */
export function functionTables(
  budget: Budget,
): Readonly<Record<'revenue' | 'expenditure' | 'general' | 'fund', StatementPlan>> {
  const three = ['合计', '基本支出', '项目支出'];
  const narrow = { widths: [80, 210, 76, 76, 76], orientation: 'portrait' } as const;
  const fund = pick(budget, (item) => [item.fund, 0, item.fund]);
  return {
    revenue: byFunction(
      budget,
      2,
      '部门收入总表',
      [
        '合计',
        '上年结转',
        '一般公共预算拨款收入',
        '政府性基金预算拨款收入',
        '国有资本经营预算拨款收入',
        '事业收入',
        '其他收入',
      ],
      pick(budget, (i) => [i.basic + i.project + i.fund + i.other, 0, i.basic + i.project, i.fund, 0, 0, i.other]),
      { widths: [76, 180, ...Array<number>(7).fill(70)], rules: 'thin', orientation: 'landscape' },
    ),
    expenditure: byFunction(
      budget,
      3,
      '部门支出总表',
      ['合计', '基本支出', '项目支出', '上缴上级支出', '事业单位经营支出', '对附属单位补助支出'],
      pick(budget, (i) => [i.basic + i.project + i.fund + i.other, i.basic, i.project + i.fund + i.other, 0, 0, 0]),
      { widths: [76, 200, ...Array<number>(6).fill(78)], rules: 'thin', orientation: 'landscape' },
    ),
    general: byFunction(
      budget,
      5,
      '一般公共预算支出表',
      three,
      pick(budget, (i) => [i.basic + i.project, i.basic, i.project]),
      { ...narrow, rules: 'box' },
    ),
    fund: byFunction(budget, 8, '政府性基金预算支出表', three, fund, { ...narrow, rules: 'stroke' }),
  };
}

/** 财政拨款收支总表. */
export function appropriationsTable(budget: Budget): StatementPlan {
  const { general, fund } = budget;
  const columns = ['合计', '一般公共预算', '政府性基金预算', '国有资本经营预算'];
  const spending = classes(
    budget,
    (item) => [item.basic + item.project + item.fund, item.basic + item.project, item.fund, 0],
    (index) => `（${ORDINALS[index]}）`,
  );
  const all = [general + fund, general, fund, 0];
  const left: Entry[] = [
    ['一、本年收入', [general + fund]],
    ['（一）一般公共预算拨款', [general]],
    ['（二）政府性基金预算拨款', [fund]],
    ['（三）国有资本经营预算拨款', [0]],
    ['二、上年结转', [0]],
  ];
  return plan(budget, 4, '财政拨款收支总表', ['收入/预算数', ...columns.map((column) => `支出/${column}`)], {
    widths: [150, 84, 170, 84, 84, 84, 84],
    header: [
      { cells: [head('收入', 2), head('支出', 5)] },
      { cells: ['项目', '预算数', '项目', ...columns].map((text) => head(text)) },
    ],
    body: twoSided(
      left,
      [['一、本年支出', all], ...spending, ['二、结转下年', [0, 0, 0, 0]]],
      [
        ['收入总计', [general + fund]],
        ['支出总计', all],
      ],
    ),
    rules: 'thin',
    repeatHeader: false,
    rowHeight: 24,
    orientation: 'landscape',
  });
}

/** 一般公共预算基本支出表: only classes and sections with money. */
export function basicExpenditureTable(budget: Budget): StatementPlan {
  const columns = ['合计', '人员经费', '公用经费'];
  const printed = (code: string, label: string, amount: number): PrintedRow => {
    const isPersonnel = code.startsWith('301') || code.startsWith('303');
    const values = [amount, isPersonnel ? amount : 0, isPersonnel ? 0 : amount].map(withCommas);
    return {
      cells: [head(code), { text: label }, ...values.map(valueCell)],
      truth: [{ side: null, code, label, values }],
    };
  };
  const rows = economicNames()
    .map(([code, label]) => ({ code, label, amount: ofClasses(budget.economic, [code]) }))
    .filter(({ amount }) => amount !== 0)
    .map(({ code, label, amount }) => printed(code, label, amount));
  const totals = [budget.personnel + budget.publicFunds, budget.personnel, budget.publicFunds].map(withCommas);
  return plan(budget, 6, '一般公共预算基本支出表', columns, {
    widths: [80, 200, 80, 80, 80],
    header: [{ cells: ['科目编码', '科目名称', ...columns].map((text) => head(text)) }],
    body: [
      ...rows,
      {
        cells: [head('合计', 2), ...totals.map(valueCell)],
        truth: [{ side: null, code: null, label: '合计', values: totals }],
      },
    ],
    rules: 'stroke',
    repeatHeader: true,
    rowHeight: 17,
    orientation: 'portrait',
  });
}

/** 一般公共预算“三公”经费支出表: the budget of the year before, then that of the year. */
export function threePublicTable(budget: Budget): StatementPlan {
  const of = (items: readonly ThreePublicItem[], year: 0 | 1): number =>
    sum(items.map((item) => budget.threePublic[item][year]));
  const vehicles: readonly ThreePublicItem[] = ['purchase', 'operation'];
  const groups: readonly (readonly ThreePublicItem[])[] = [
    THREE_PUBLIC,
    ['abroad'],
    vehicles,
    ['purchase'],
    ['operation'],
    ['reception'],
  ];
  const values = ([0, 1] as const).flatMap((year) => groups.map((items) => withCommas(of(items, year))));
  const years = [`${budget.year - 1}年预算数`, `${budget.year}年预算数`];
  const inner = ['小计', '公务用车购置费', '公务用车运行费'];
  const items = ['合计', '因公出国（境）费', ...inner, '公务接待费'];
  return plan(
    budget,
    7,
    '一般公共预算“三公”经费支出表',
    years.flatMap((year) => items.map((item) => `${year}/${item}`)),
    {
      widths: Array<number>(12).fill(60),
      header: [
        { cells: years.map((text) => head(text, 6)) },
        {
          cells: years.flatMap(() => [
            head('合计', 1, 2),
            head('因公出国（境）费', 1, 2),
            head('公务用车购置及运行费', 3),
            head('公务接待费', 1, 2),
          ]),
        },
        { cells: years.flatMap(() => inner.map((text) => head(text))) },
      ],
      body: [{ cells: values.map(valueCell), truth: [{ side: null, code: null, label: '', values }] }],
      rules: 'stroke',
      repeatHeader: false,
      rowHeight: 28,
      orientation: 'landscape',
    },
  );
}

/** 国有资本经营预算支出表, empty. */
export function stateCapitalTable(budget: Budget): StatementPlan {
  const columns = ['合计', '基本支出', '项目支出'];
  const cells = (label: string): PrintedRow => ({
    cells: [head(label, 2), ...columns.map(() => head(''))],
    truth: label === '' ? [] : [{ side: null, code: null, label, values: columns.map(() => null) }],
  });
  const table: Table = {
    widths: [80, 210, 76, 76, 76],
    header: [{ cells: ['科目编码', '科目名称', ...columns].map((text) => head(text)) }],
    body: [cells('合计')],
    rules: 'box',
    repeatHeader: false,
    rowHeight: 22,
    orientation: 'portrait',
  };
  return {
    ...plan(budget, 9, '国有资本经营预算支出表', columns, table),
    note: `注：本部门${budget.year}年没有安排国有资本经营预算支出，故本表为空表。`,
  };
}
