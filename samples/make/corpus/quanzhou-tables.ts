import { type Account, type AccountItem, incomeOf, namedRows } from '../contradictions/figures.js';
import names from '../contradictions/names.json' with { type: 'json' };
import { spentOn } from '../contradictions/summaries.js';
import { columnSums, type FunctionalItem } from '../functional.js';
import { plain } from '../money.js';
import { head, valueCell } from '../rows.js';
import type { StatementPlan } from '../statement.js';
import type { Cell, PrintedRow } from '../table.js';
import { basicExpenditure, empty, threePublic } from './quanzhou-detail.js';
import { furniture, totalFirst, underGroup } from './quanzhou-layout.js';

// The set of forms of Quanzhou (Fujian), as samples/quanzhou-bigdata-2023-final prints it: no 行次, the total beside 类 款 项 in the header, three
// blocks of form 06 filled one after the other, “三公” with the final figure only.

type Half = readonly [label: string, amounts: readonly number[]];
const CLASSES = Object.entries(names.classOrder);

/** All nine statements of a year. */
export function quanzhouStatements(account: Account): StatementPlan[] {
  return [
    summary(account),
    byFunction(
      account,
      'FA02',
      2,
      '收入决算表',
      ['本年收入合计', '财政拨款收入', '上级补助收入', '事业收入', '经营收入', '附属单位上缴收入', '其他收入'],
      '本表反映单位本年度取得的各项收入情况。',
      (item) => {
        const { general, fund, other } = incomeOf(account, item);
        return [general + fund + other, general + fund, 0, 0, 0, 0, other];
      },
    ),
    byFunction(
      account,
      'FA03',
      3,
      '支出决算表',
      ['本年支出合计', '基本支出', '项目支出', '上缴上级支出', '经营支出', '对附属单位补助支出'],
      '本表反映单位本年度各项支出情况。',
      (item) => {
        const [basic, project] = [item.basic + item.otherBasic, item.project + item.fund + item.otherProject];
        return [basic + project, basic, project, 0, 0, 0];
      },
    ),
    appropriations(account),
    generalBudget(account),
    basicExpenditure(account),
    threePublic(account),
    empty(account, 'FA08', 8, '政府性基金预算财政拨款收入支出决算表', '政府性基金预算'),
    empty(account, 'FA09', 9, '国有资本经营预算财政拨款支出决算表', '国有资本经营预算'),
  ];
}

function printedHalf(half: Half | undefined, width: number): (string | null)[] {
  return half?.[1].map(plain) ?? Array<null>(width).fill(null);
}

function pairRow(left: Half | undefined, right: Half | undefined, width: number): PrintedRow {
  const label = (half: Half | undefined): Cell => ({
    text: half?.[0] ?? '',
    align: /[合总]计$/.test(half?.[0] ?? '') ? 'center' : 'left',
  });
  const [l, r] = [printedHalf(left, 1), printedHalf(right, width)];
  return {
    cells: [label(left), ...l.map(valueCell), label(right), ...r.map(valueCell)],
    truth: [
      ...(left === undefined ? [] : [{ side: 'revenue' as const, code: null, label: left[0], values: l }]),
      ...(right === undefined ? [] : [{ side: 'expenditure' as const, code: null, label: right[0], values: r }]),
    ],
  };
}

function sides(
  left: readonly Half[],
  right: readonly Half[],
  totals: readonly (readonly [Half, Half | undefined])[],
): PrintedRow[] {
  const width = right[0]?.[1].length ?? 1;
  return [
    ...right.map((half, index) => pairRow(left[index], half, width)),
    ...totals.map(([l, r]) => pairRow(l, r, width)),
  ];
}

function summary(account: Account): StatementPlan {
  const { general } = account.balance;
  const others = ['四、上级补助收入', '五、事业收入', '六、经营收入', '七、附属单位上缴收入', '八、其他收入'];
  const all = general.income + general.opening;
  return {
    form: 'FA01',
    title: '收入支出决算总表',
    ...furniture(account, 1, '1.本表反映单位本年度的总收支和年末结转结余情况。'),
    columns: ['收入/决算数', '支出/决算数'],
    table: {
      widths: [186, 74, 186, 74],
      header: [
        { cells: [head('收入', 2), head('支出', 2)] },
        { cells: ['项目', '决算数', '项目（按支出功能分类）', '决算数'].map((text) => head(text)) },
      ],
      body: sides(
        [
          ['一、一般公共预算财政拨款收入', [general.income]],
          ['二、政府性基金预算财政拨款收入', [0]],
          ['三、国有资本经营预算财政拨款收入', [0]],
          ...others.map((label): Half => [label, [0]]),
        ],
        CLASSES.map(([code, label]): Half => [label, [spentOn(account, code).all]]),
        [
          [
            ['本年收入合计', [general.income]],
            ['本年支出合计', [general.spent]],
          ],
          [
            ['使用非财政拨款结余', [0]],
            ['结余分配', [0]],
          ],
          [
            ['年初结转和结余', [general.opening]],
            ['年末结转和结余', [general.closing]],
          ],
          [
            ['总计', [all]],
            ['总计', [all]],
          ],
        ],
      ),
      rules: 'fill',
      repeatHeader: false,
      rowHeight: 19,
      orientation: 'portrait',
    },
  };
}

function appropriations(account: Account): StatementPlan {
  const { general } = account.balance;
  const all = general.income + general.opening;
  const columns = ['合计', '一般公共预算财政拨款', '政府性基金预算财政拨款', '国有资本经营预算财政拨款'];
  const half = (label: string, amount: number): Half => [label, [amount, amount, 0, 0]];
  return {
    form: 'FA04',
    title: '财政拨款收入支出决算总表',
    ...furniture(account, 4, '本表反映单位本年度财政拨款的总收支和年末结转结余情况。'),
    columns: ['收入/金额', ...columns.map((column) => `支出/${column}`)],
    table: {
      widths: [160, 76, 180, 76, 76, 76, 76],
      header: [
        { cells: [head('收入', 2), head('支出', 5)] },
        { cells: ['项目', '金额', '项目（按功能分类）', ...columns].map((text) => head(text)) },
      ],
      body: sides(
        [
          ['一、一般公共预算财政拨款', [general.income]],
          ['二、政府性基金预算财政拨款', [0]],
          ['三、国有资本经营预算财政拨款', [0]],
        ],
        CLASSES.map(([code, label]): Half => half(label, spentOn(account, code).general)),
        [
          [['本年收入合计', [general.income]], half('本年支出合计', general.spent)],
          [['年初财政拨款结转和结余', [general.opening]], half('年末财政拨款结转和结余', general.closing)],
          [['一、一般公共预算财政拨款', [general.opening]], undefined],
          [['二、政府性基金预算财政拨款', [0]], undefined],
          [['三、国有资本经营预算财政拨款', [0]], undefined],
          [['总计', [all]], half('总计', all)],
        ],
      ),
      rules: 'fill',
      repeatHeader: true,
      rowHeight: 19,
      orientation: 'landscape',
    },
  };
}

function coded(items: readonly FunctionalItem[], span: number): PrintedRow[] {
  return namedRows(items).map(({ code, label, values: amounts }) => {
    const values = amounts.map(plain);
    return {
      cells: [head(code, span), { text: label }, ...values.map(valueCell)],
      truth: [{ side: null, code, label, values }],
    };
  });
}

/** Forms 02 and 03: the code over three columns, the total in the last header row. */
function byFunction(
  account: Account,
  form: string,
  number: number,
  title: string,
  columns: readonly string[],
  note: string,
  values: (item: AccountItem) => readonly number[],
): StatementPlan {
  const items = account.items.map((item) => ({ code: item.code, values: values(item) }));
  const total = columnSums(items).map(plain);
  return {
    form,
    title,
    ...furniture(account, number, note),
    columns,
    table: {
      widths: [26, 26, 26, 200, ...columns.map(() => 460 / columns.length)],
      header: totalBesideLevels(columns, total),
      body: coded(items, 3),
      rules: 'fill',
      repeatHeader: false,
      rowHeight: 20,
      orientation: 'landscape',
    },
  };
}

/** The header whose last row carries the total beside 类, 款 and 项. */
function totalBesideLevels(columns: readonly string[], total: readonly string[]): PrintedRow[] {
  return [
    { cells: [head('项目', 4), ...columns.map((text) => head(text, 1, 2))] },
    { cells: [head('支出功能分类科目编码', 3), head('科目名称')] },
    {
      cells: [head('类'), head('款'), head('项'), head('合计'), ...total.map(valueCell)],
      truth: [{ side: null, code: null, label: '合计', values: [...total] }],
    },
  ];
}

function generalBudget(account: Account): StatementPlan {
  const columns = ['小计', '基本支出', '项目支出'];
  const items = account.items.map(({ code, basic, project }) => ({ code, values: [basic + project, basic, project] }));
  return {
    form: 'FA05',
    title: '一般公共预算财政拨款支出决算表',
    ...furniture(account, 5, '本表反映单位本年度一般公共预算财政拨款支出情况。'),
    columns,
    table: {
      widths: [72, 210, 78, 78, 78],
      header: underGroup('本年支出', columns),
      body: [totalFirst(columnSums(items).map(plain)), ...coded(items, 1)],
      rules: 'fill',
      repeatHeader: true,
      rowHeight: 20,
      orientation: 'portrait',
    },
  };
}
