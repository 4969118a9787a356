import { type Account, economicNames, ofClasses } from '../contradictions/figures.js';
import { plain, sum } from '../money.js';
import { head, valueCell } from '../rows.js';
import type { StatementPlan } from '../statement.js';
import type { Cell, PrintedRow } from '../table.js';
import { furniture, totalFirst, underGroup } from './quanzhou-layout.js';

/** Form 06: personnel in the first block; the rest runs over the second block into the third. */
export function basicExpenditure(account: Account): StatementPlan {
  const entries = economicNames().map(([code, name]) => ({
    code,
    name,
    value: plain(ofClasses(account.economic, [code])),
  }));
  const isPersonnel = ({ code }: { code: string }): boolean => code.startsWith('301') || code.startsWith('303');
  const rest = entries.filter((entry) => !isPersonnel(entry));
  const half = Math.ceil(rest.length / 2);
  const blocks = [entries.filter(isPersonnel), rest.slice(0, half), rest.slice(half)];
  const rows = Array.from({ length: Math.max(...blocks.map(({ length }) => length)) }, (_, index): PrintedRow => {
    const found = blocks.map((block) => block[index]);
    return {
      cells: found.flatMap((entry) =>
        entry === undefined
          ? [head(''), head(''), head('')]
          : [head(entry.code), { text: entry.name }, valueCell(entry.value)],
      ),
      truth: found.flatMap((entry, set) =>
        entry === undefined
          ? []
          : [{ side: null, code: entry.code, label: entry.name, values: [entry.value], set: set + 1 }],
      ),
    };
  });
  const [people, running] = [plain(account.personnel), plain(account.publicFunds)];
  return {
    form: 'FA06',
    title: '一般公共预算财政拨款基本支出决算表',
    ...furniture(account, 6, '本表反映单位本年度一般公共预算财政拨款基本支出明细情况。'),
    columns: ['金额'],
    table: {
      widths: blocks.flatMap(() => [40, 96, 46]),
      header: [
        { cells: [head('人员经费', 3), head('公用经费', 6)] },
        { cells: blocks.flatMap(() => [head('经济分类科目编码'), head('科目名称'), head('金额')]) },
      ],
      body: [
        ...rows,
        {
          cells: [head('人员经费合计', 2), valueCell(people), head('公用经费合计', 5), valueCell(running)],
          truth: [
            { side: null, code: null, label: '人员经费合计', values: [people], set: 1 },
            { side: null, code: null, label: '公用经费合计', values: [running], set: blocks.length },
          ],
        },
      ],
      rules: 'fill',
      repeatHeader: true,
      rowHeight: 17,
      orientation: 'portrait',
    },
  };
}

/** Form 07: the final figure only, with 行次. */
export function threePublic(account: Account): StatementPlan {
  const { abroad, purchase, operation, reception } = account.threePublic;
  const rows: readonly (readonly [label: string, parts: readonly (readonly [number, number])[]])[] = [
    ['合计', [abroad, purchase, operation, reception]],
    ['1.因公出国（境）费', [abroad]],
    ['2.公务用车购置及运行维护费', [purchase, operation]],
    ['其中：（1）公务用车购置费', [purchase]],
    ['（2）公务用车运行维护费', [operation]],
    ['3.公务接待费', [reception]],
  ];
  return {
    form: 'FA07',
    title: '一般公共预算财政拨款“三公”经费支出决算表',
    ...furniture(account, 7, '本表反映单位本年度“三公”经费支出决算情况，含以前年度结转资金安排的实际支出。'),
    columns: ['决算数'],
    table: {
      widths: [250, 60, 130],
      header: [{ cells: ['项目', '行次', '决算数'].map((text) => head(text)) }],
      body: rows.map(([label, parts], index) => {
        const values = [plain(sum(parts.map(([, final]) => final)))];
        return {
          cells: [{ text: label }, head(String(index + 1)), ...values.map(valueCell)],
          truth: [{ side: null, code: null, label, values }],
        };
      }),
      rules: 'fill',
      repeatHeader: false,
      rowHeight: 26,
      orientation: 'portrait',
    },
  };
}

/** Forms 08 and 09 of a body without such money: the total alone, printed as zero, and a note that says why. */
export function empty(
  account: Account,
  form: 'FA08' | 'FA09',
  number: number,
  title: string,
  what: string,
): StatementPlan {
  const isFund = form === 'FA08';
  const columns = isFund
    ? ['年初结转和结余', '本年收入', '小计', '基本支出', '项目支出', '年末结转和结余']
    : ['合计', '基本支出', '项目支出'];
  const [opening = '', income = '', ...rest] = columns;
  const tall = (text: string): Cell => head(text, 1, 2);
  const header: PrintedRow[] = isFund
    ? [
        { cells: [head('项目', 2), tall(opening), tall(income), head('本年支出', 3), tall(rest[3] ?? '')] },
        { cells: ['功能分类科目编码', '科目名称', ...rest.slice(0, 3)].map((text) => head(text)) },
      ]
    : underGroup('本年支出', columns);
  const numbers = { cells: [head('栏次', 2), ...columns.map((_, index) => head(String(index + 1)))] };
  const note = `1.本表反映单位本年度${what}财政拨款情况。2.本单位${account.year}年度没有使用${what}财政拨款安排的支出。`;
  return {
    form,
    title,
    ...furniture(account, number, note),
    columns,
    table: {
      widths: [76, isFund ? 150 : 210, ...columns.map(() => 78)],
      header: [...header, numbers],
      body: [totalFirst(columns.map(() => plain(0)))],
      rules: 'fill',
      repeatHeader: false,
      rowHeight: 24,
      orientation: isFund ? 'landscape' : 'portrait',
    },
  };
}
