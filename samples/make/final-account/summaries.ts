import { printedOrBlank, sum } from '../money.js';
import { type HalfRow, head, valueCell } from '../rows.js';
import { sideBySide } from '../side-by-side.js';
import type { StatementPlan } from '../statement.js';
import type { Cell, PrintedRow } from '../table.js';
import data from './data.json' with { type: 'json' };
import { classSpending, type Figures } from './figures.js';

const UNIT = { unit: '万元', unitLine: '单位：万元', bodyLine: null } as const;

/** Form 01 收入支出决算总表. */
export function summaryStatement(figures: Figures): StatementPlan {
  const { general, fund, nonFiscal } = figures;
  const half = (label: string, amount: number): HalfRow => ({ label, amounts: [amount] });
  const income = general.income + fund.income + nonFiscal.income;
  const spent = general.spent + fund.spent + nonFiscal.spent;
  const opening = general.opening + fund.opening + nonFiscal.opening;
  const closing = general.closing + fund.closing + nonFiscal.closing;
  return {
    form: 'FA01',
    title: '收入支出决算总表',
    ...UNIT,
    columns: ['收入/决算数', '支出/决算数'],
    table: {
      widths: [180, 72, 168, 72],
      header: [
        { cells: [head('收入', 2), head('支出', 2)] },
        { cells: [head('项目'), head('决算数'), head('项目'), head('决算数')] },
      ],
      body: sideBySide(
        [
          half('一、一般公共预算财政拨款收入', general.income),
          half('二、政府性基金预算财政拨款收入', fund.income),
          half('三、国有资本经营预算财政拨款收入', 0),
          half('四、上级补助收入', 0),
          half('五、事业收入', 0),
          half('六、经营收入', 0),
          half('七、附属单位上缴收入', 0),
          half('八、其他收入', nonFiscal.income),
        ],
        data.classOrder.map(({ label, code }) => half(label, classSpending(figures, code).all)),
        [
          [half('本年收入合计', income), half('本年支出合计', spent)],
          [half('使用非财政拨款结余（含专用结余）', nonFiscal.surplusUsed), half('结余分配', 0)],
          [half('年初结转和结余', opening), half('年末结转和结余', closing)],
          [half('总计', income + nonFiscal.surplusUsed + opening), half('总计', spent + closing)],
        ],
        [1, 1],
      ),
      rules: 'stroke',
      repeatHeader: false,
      rowHeight: 22,
      orientation: 'portrait',
    },
    blankRows: 0,
    note: null,
  };
}

/** Form 04 财政拨款收入支出决算总表. */
export function appropriationsStatement(figures: Figures): StatementPlan {
  const { general, fund } = figures;
  const left = (label: string, amount: number): HalfRow => ({ label, amounts: [amount] });
  const right = (label: string, g: number, f: number): HalfRow => ({ label, amounts: [g + f, g, f, 0] });
  const income = general.income + fund.income;
  const opening = general.opening + fund.opening;
  const columns = ['合计', '一般公共预算财政拨款', '政府性基金预算财政拨款', '国有资本经营预算财政拨款'];
  return {
    form: 'FA04',
    title: '财政拨款收入支出决算总表',
    ...UNIT,
    columns: ['收入/决算数', ...columns.map((column) => `支出/${column}`)],
    table: {
      widths: [150, 72, 164, 72, 72, 72, 72],
      header: [
        { cells: [head('收入', 2), head('支出', 5)] },
        { cells: [head('项目'), head('决算数'), head('项目'), ...columns.map((column) => head(column))] },
      ],
      body: sideBySide(
        [
          left('一、一般公共预算财政拨款', general.income),
          left('二、政府性基金预算财政拨款', fund.income),
          left('三、国有资本经营预算财政拨款', 0),
        ],
        data.classOrder.map(({ label, code }) => {
          const spending = classSpending(figures, code);
          return right(label, spending.general, spending.fund);
        }),
        [
          [left('本年收入合计', income), right('本年支出合计', general.spent, fund.spent)],
          [left('年初财政拨款结转和结余', opening), right('年末财政拨款结转和结余', general.closing, fund.closing)],
          [left('一、一般公共预算财政拨款', general.opening), null],
          [left('二、政府性基金预算财政拨款', fund.opening), null],
          [left('三、国有资本经营预算财政拨款', 0), null],
          [left('总计', income + opening), right('总计', general.spent + general.closing, fund.spent + fund.closing)],
        ],
        [1, 4],
      ),
      rules: 'fill',
      repeatHeader: true,
      rowHeight: 21,
      orientation: 'landscape',
    },
    blankRows: 0,
    note: null,
  };
}

/** Form 06: two blocks side by side, codes in two cells, the class code repeated in every row; the left block is shorter. */
export function basicExpenditureStatement(figures: Figures): StatementPlan {
  const block = (classes: readonly string[]): typeof data.economic =>
    data.economic.filter(({ code }) => classes.includes(code.slice(0, 3)));
  const [left, right] = [block(['301', '303']), block(['302', '310'])];
  const line = (
    entry: (typeof left)[number] | undefined,
    set: number,
  ): { cells: Cell[]; truth: NonNullable<PrintedRow['truth']> } => {
    if (entry === undefined) return { cells: [head(''), head(''), head(''), head('')], truth: [] };
    const value = printedOrBlank(figures.economic.get(entry.code) ?? 0);
    return {
      cells: [head(entry.code.slice(0, 3)), head(entry.code.slice(3)), { text: entry.name }, valueCell(value)],
      truth: [{ side: null, code: entry.code, label: entry.name, values: [value], set }],
    };
  };
  const rows: PrintedRow[] = Array.from({ length: Math.max(left.length, right.length) }, (_, index) => {
    const [l, r] = [line(left[index], 1), line(right[index], 2)];
    return { cells: [...l.cells, ...r.cells], truth: [...l.truth, ...r.truth] };
  });
  const totals = [
    { label: '人员经费合计', value: printedOrBlank(figures.personnel), set: 1 },
    { label: '公用经费合计', value: printedOrBlank(figures.operating), set: 2 },
  ];
  const sides = [0, 1];
  return {
    form: 'FA06',
    title: '一般公共预算财政拨款基本支出决算表',
    ...UNIT,
    columns: ['决算数'],
    table: {
      widths: [32, 26, 118, 66, 32, 26, 118, 66],
      header: [
        { cells: sides.flatMap(() => [head('经济分类科目编码', 2), head('科目名称', 1, 2), head('决算数', 1, 2)]) },
        { cells: sides.flatMap(() => [head('类'), head('款')]) },
      ],
      body: [
        ...rows,
        {
          cells: totals.flatMap(({ label, value }) => [head(label, 3), valueCell(value)]),
          truth: totals.map(({ label, value, set }) => ({ side: null, code: null, label, values: [value], set })),
        },
      ],
      rules: 'stroke',
      repeatHeader: false,
      rowHeight: 21,
      orientation: 'portrait',
    },
    blankRows: 0,
    note: null,
  };
}

/** Sum of the budget or final figures of the three public expenses. */
export function threePublicTotals(figures: Figures): { budget: number; final: number } {
  const pairs = Object.values(figures.threePublic);
  return { budget: sum(pairs.map(([budget]) => budget)), final: sum(pairs.map(([, final]) => final)) };
}
