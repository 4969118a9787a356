import { plain, printedOrBlank, sum } from '../money.js';
import { head, valueCell } from '../rows.js';
import type { StatementPlan } from '../statement.js';
import type { Cell, PrintedRow } from '../table.js';
import { type Account, economicNames, ofClasses, THREE_PUBLIC, type ThreePublicItem } from './figures.js';
import { furniture } from './layout.js';

const ECONOMIC = economicNames().map(([code, name]) => ({ code, name }));
const BLOCKS = [['301', '303'], ['302'], ['307', '310', '312', '399']];

/** Form 06 …基本支出决算明细表: three blocks side by side, sections 款 without money left blank. */
export function basicExpenditureStatement(account: Account): StatementPlan {
  const blocks = BLOCKS.map((classes) => ECONOMIC.filter(({ code }) => classes.includes(code.slice(0, 3))));
  const amount = (code: string): number =>
    code.length === 3 ? ofClasses(account.economic, [code]) : (account.economic.get(code) ?? 0);
  const length = Math.max(...blocks.map((block) => block.length));
  const rows = Array.from({ length }, (_, index): PrintedRow => {
    const parts = blocks.map((block, set): { cells: Cell[]; truth: NonNullable<PrintedRow['truth']> } => {
      const entry = block[index];
      if (entry === undefined) return { cells: [head(''), head(''), head('')], truth: [] };
      const { code, name } = entry;
      const value = code.length === 3 ? plain(amount(code)) : printedOrBlank(amount(code));
      return {
        cells: [head(code), { text: name }, valueCell(value)],
        truth: [{ side: null, code, label: name, values: [value], set: set + 1 }],
      };
    });
    return { cells: parts.flatMap(({ cells }) => cells), truth: parts.flatMap(({ truth }) => truth) };
  });
  const totals = [plain(account.personnel), plain(account.publicFunds)];
  return {
    form: 'FA06',
    title: '一般公共预算财政拨款基本支出决算明细表',
    ...furniture(6, account.body),
    columns: ['金额'],
    table: {
      widths: BLOCKS.flatMap(() => [40, 92, 46]),
      header: [
        { cells: [head('人员经费', 3), head('公用经费', 6)] },
        { cells: BLOCKS.flatMap(() => [head('科目编码'), head('科目名称'), head('金额')]) },
      ],
      body: [
        ...rows,
        {
          cells: [
            head('人员经费合计', 2),
            valueCell(totals[0] ?? null),
            head('公用经费合计', 5),
            valueCell(totals[1] ?? null),
          ],
          truth: ['人员经费合计', '公用经费合计'].map((label, index) => ({
            side: null,
            code: null,
            label,
            values: [totals[index] ?? null],
            set: index === 0 ? 1 : BLOCKS.length,
          })),
        },
      ],
      rules: 'stroke',
      repeatHeader: true,
      rowHeight: 16,
      orientation: 'portrait',
    },
    note: '注：本表反映部门本年度一般公共预算财政拨款基本支出明细情况。',
  };
}

const TITLE = '财政拨款“三公”经费支出决算表';

/** Form 09 in the vertical shape: items with 行次, budget and final figure. */
export function threePublicVertical(account: Account): StatementPlan {
  const vehicles: readonly ThreePublicItem[] = ['purchase', 'operation'];
  const rows: readonly (readonly [label: string, items: readonly ThreePublicItem[]])[] = [
    ['合计', THREE_PUBLIC],
    ['1.因公出国（境）费', ['abroad']],
    ['2.公务用车购置及运行维护费', vehicles],
    ['（1）公务用车购置费', ['purchase']],
    ['（2）公务用车运行维护费', ['operation']],
    ['3.公务接待费', ['reception']],
  ];
  return {
    form: 'FA07',
    title: TITLE,
    ...furniture(9, account.body),
    columns: ['预算数', '决算数'],
    table: {
      widths: [240, 50, 110, 110],
      header: [
        { cells: ['项目', '行次', '预算数', '决算数'].map((text) => head(text)) },
        { cells: ['栏次', '', '1', '2'].map((text) => head(text)) },
      ],
      body: rows.map(([label, items], index) => {
        const values = pair(account, items).map(plain);
        return {
          cells: [{ text: label }, head(String(index + 1)), ...values.map(valueCell)],
          truth: [{ side: null, code: null, label, values }],
        };
      }),
      rules: 'box',
      repeatHeader: false,
      rowHeight: 26,
      orientation: 'portrait',
    },
  };
}

/** Form 09 in the shape of the national form: six budget figures, then six final ones, in one row of twelve. */
export function threePublicInOneRow(account: Account): StatementPlan {
  const groups: readonly (readonly ThreePublicItem[])[] = [
    THREE_PUBLIC,
    ['abroad'],
    ['purchase', 'operation'],
    ['purchase'],
    ['operation'],
    ['reception'],
  ];
  const phases = ['预算数', '决算数'];
  const values = phases.flatMap((_, phase) => groups.map((items) => plain(pair(account, items)[phase] ?? 0)));
  const [all, trip, subtotal, buy, run, guests] = [
    '合计',
    '因公出国（境）费',
    '小计',
    '公务用车购置费',
    '公务用车运行维护费',
    '公务接待费',
  ] as const;
  const vehicles = '公务用车购置及运行维护费';
  return {
    form: 'FA07',
    title: TITLE,
    ...furniture(9, account.body),
    columns: phases.flatMap((phase) => [all, trip, subtotal, buy, run, guests].map((item) => `${phase}/${item}`)),
    table: {
      widths: Array<number>(12).fill(60),
      header: [
        { cells: phases.map((phase) => head(phase, 6)) },
        {
          cells: phases.flatMap(() => [head(all, 1, 2), head(trip, 1, 2), head(vehicles, 3), head(guests, 1, 2)]),
        },
        { cells: phases.flatMap(() => [head(subtotal), head(buy), head(run)]) },
        { cells: values.map((_, index) => head(String(index + 1))) },
      ],
      body: [{ cells: values.map(valueCell), truth: [{ side: null, code: null, label: '', values }] }],
      rules: 'thin',
      repeatHeader: false,
      rowHeight: 28,
      orientation: 'landscape',
    },
    note: '注：预算数为年初预算数，决算数含以前年度结转资金安排的支出。',
  };
}

function pair(account: Account, items: readonly ThreePublicItem[]): [budget: number, final: number] {
  return [
    sum(items.map((item) => account.threePublic[item][0])),
    sum(items.map((item) => account.threePublic[item][1])),
  ];
}
