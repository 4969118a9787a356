import { columnSums, type FunctionalItem } from '../functional.js';
import { printedOrBlank, sum } from '../money.js';
import { blankRows, functionalRow, type HalfRow, head, totalRow, valueCell } from '../rows.js';
import { sideBySide } from '../side-by-side.js';
import type { StatementPlan } from '../statement.js';
import type { PrintedRow, Table } from '../table.js';
import { type BudgetFigures, inWan, namedRows, pick } from './figures.js';

const LANDSCAPE = { rowHeight: 24, orientation: 'landscape' } as const;
const SPENDING = ['合计', '基本支出', '项目支出'];
const bodyLine = ({ texts }: BudgetFigures): string => `编制单位：${texts.body}`;
const yuan = (figures: BudgetFigures): Pick<StatementPlan, 'unit' | 'unitLine' | 'bodyLine'> => ({
  unit: '元',
  unitLine: '单位：元',
  bodyLine: bodyLine(figures),
});
const title = ({ year }: BudgetFigures, name: string): string => `${year}年预算单位${name}`;
const joined = (group: string, columns: readonly string[]): string[] => columns.map((column) => `${group}/${column}`);

/** Totals of a class 类 over the given columns, as rows of the right side of a summary. */
function classRows(items: readonly FunctionalItem[]): HalfRow[] {
  const ordinals = ['一', '二', '三', '四', '五', '六', '七', '八'];
  return namedRows(items)
    .filter(({ code }) => code.length === 3)
    .map(({ label, values }, index) => ({ label: `${ordinals[index]}、${label}`, amounts: values }));
}

/** Table 1 财务收支预算总表. */
export function summaryTable(figures: BudgetFigures): StatementPlan {
  const { fiscal, business } = figures;
  const half = (label: string, amount: number): HalfRow => ({ label, amounts: [amount] });
  const left = [
    half('一、财政拨款收入', fiscal),
    half('1. 一般公共预算资金', fiscal),
    half('2. 政府性基金', 0),
    half('3. 国有资本经营预算', 0),
    half('二、事业收入', business),
    half('三、事业单位经营收入', 0),
    half('四、其他收入', 0),
  ];
  const right = classRows(pick(figures, (item) => [item.basic + item.project + item.business]));
  return {
    form: 'B01',
    title: title(figures, '财务收支预算总表'),
    ...yuan(figures),
    columns: ['本年收入/预算数', '本年支出/预算数'],
    table: {
      widths: [220, 120, 220, 120],
      header: [
        { cells: [head('本年收入', 2), head('本年支出', 2)] },
        { cells: [head('项目'), head('预算数'), head('项目'), head('预算数')] },
      ],
      body: sideBySide(
        left,
        right,
        [[half('收入总计', fiscal + business), half('支出总计', fiscal + business)]],
        [1, 1],
        4,
      ),
      rules: 'stroke',
      repeatHeader: false,
      ...LANDSCAPE,
    },
    blankRows: 4,
    note: null,
  };
}

/** Tables 2, 3, 5, 6, 7: rows by function under one group of value columns, the total last. */
function functionalTable(
  figures: BudgetFigures,
  plan: { form: string; name: string; group: string; columns: readonly string[]; note?: string },
  items: readonly FunctionalItem[],
  style: Pick<Table, 'rules' | 'repeatHeader'>,
): StatementPlan {
  const { form, name, group, columns, note = null } = plan;
  const empty = note === null ? 0 : 8;
  const rows: PrintedRow[] = note === null ? namedRows(items).map(functionalRow) : blankRows(empty, 4 + columns.length);
  const totals = note === null ? columnSums(items) : columns.map(() => 0);
  return {
    form,
    title: title(figures, name),
    ...yuan(figures),
    columns: joined(group, columns),
    table: {
      widths: [38, 30, 30, 216, ...columns.map(() => 390 / columns.length)],
      header: [
        { cells: [head('项目', 4), head(group, columns.length)] },
        {
          cells: [
            head('功能分类科目编码', 3),
            head('功能分类科目名称', 1, 2),
            ...columns.map((text) => head(text, 1, 2)),
          ],
        },
        { cells: [head('类'), head('款'), head('项')] },
      ],
      body: [...rows, totalRow('合计', 4, totals)],
      ...style,
      ...LANDSCAPE,
    },
    blankRows: empty,
    note,
  };
}

/** Table 2 收入预算总表: the header stands on the first page only. */
export function revenueTable(figures: BudgetFigures): StatementPlan {
  return functionalTable(
    figures,
    {
      form: 'B02',
      name: '收入预算总表',
      group: '收入预算',
      columns: ['合计', '财政拨款收入', '事业收入', '事业单位经营收入', '其他收入'],
    },
    pick(figures, (i) => [i.basic + i.project + i.business, i.basic + i.project, i.business, 0, 0]),
    { rules: 'box', repeatHeader: false },
  );
}

/** Table 3 支出预算总表: the header is repeated. */
export function expenditureTable(figures: BudgetFigures): StatementPlan {
  return functionalTable(
    figures,
    { form: 'B03', name: '支出预算总表', group: '支出预算', columns: SPENDING },
    pick(figures, (i) => [i.basic + i.project + i.business, i.basic, i.project + i.business]),
    { rules: 'fill', repeatHeader: true },
  );
}

/** Table 4 财政拨款收支预算总表. */
export function appropriationsTable(figures: BudgetFigures): StatementPlan {
  const { fiscal } = figures;
  const columns = ['合计', '一般公共预算', '政府性基金预算', '国有资本经营预算'];
  const left = (label: string, amount: number): HalfRow => ({ label, amounts: [amount] });
  return {
    form: 'B04',
    title: title(figures, '财政拨款收支预算总表'),
    ...yuan(figures),
    columns: ['财政拨款收入/预算数', ...joined('财政拨款支出', columns)],
    table: {
      widths: [138, 92, 146, 92, 92, 86, 86],
      header: [
        { cells: [head('财政拨款收入', 2), head('财政拨款支出', 5)] },
        { cells: [head('项目'), head('预算数'), head('项目'), ...columns.map((text) => head(text))] },
      ],
      body: sideBySide(
        [left('一、一般公共预算资金', fiscal), left('二、政府性基金', 0), left('三、国有资本经营预算', 0)],
        classRows(pick(figures, (i) => [i.basic + i.project, i.basic + i.project, 0, 0])),
        [[left('收入总计', fiscal), { label: '支出总计', amounts: [fiscal, fiscal, 0, 0] }]],
        [1, 4],
        6,
      ),
      rules: 'stroke',
      repeatHeader: false,
      ...LANDSCAPE,
    },
    blankRows: 6,
    note: null,
  };
}

/** Table 5 一般公共预算支出功能分类预算表. */
export function generalBudgetTable(figures: BudgetFigures): StatementPlan {
  return functionalTable(
    figures,
    { form: 'B05', name: '一般公共预算支出功能分类预算表', group: '一般公共预算支出', columns: SPENDING },
    pick(figures, (i) => [i.basic + i.project, i.basic, i.project]),
    { rules: 'stroke', repeatHeader: true },
  );
}

/** Tables 6 and 7, both empty with a note. */
export function emptyTables(figures: BudgetFigures): StatementPlan[] {
  const empty = (form: string, kind: string): StatementPlan =>
    functionalTable(
      figures,
      {
        form,
        name: `${kind}支出功能分类预算表`,
        group: `${kind}支出`,
        columns: SPENDING,
        note: `注:本单位${figures.year}年没有安排${kind}支出，故本表为空表。`,
      },
      [],
      { rules: 'fill', repeatHeader: false },
    );
  return [empty('B08', '政府性基金预算'), empty('B09', '国有资本经营预算')];
}

/** Table 8: basic expenditure by departmental economic class, personnel and operating funds in two columns. */
export function basicExpenditureTable(figures: BudgetFigures): StatementPlan {
  const group = '一般公共预算基本支出';
  const columns = ['合计', '人员经费', '公用经费'];
  const rows = figures.economicNames.map(({ code, name }): PrintedRow => {
    const amount = figures.economic.get(code) ?? 0;
    const isPersonnel = code.startsWith('301') || code.startsWith('303');
    const values = [amount, isPersonnel ? amount : 0, isPersonnel ? 0 : amount].map(printedOrBlank);
    return {
      cells: [head(code.slice(0, 3)), head(code.slice(3)), { text: name }, ...values.map(valueCell)],
      truth: [{ side: null, code, label: name, values }],
    };
  });
  return {
    form: 'B06',
    title: title(figures, '一般公共预算基本支出部门预算经济分类预算表'),
    ...yuan(figures),
    columns: joined(group, columns),
    table: {
      widths: [60, 50, 220, 120, 120, 120],
      header: [
        { cells: [head('项目', 3), head(group, 3)] },
        {
          cells: [
            head('部门预算经济分类科目编码', 2),
            head('经济分类科目名称', 1, 2),
            ...columns.map((text) => head(text, 1, 2)),
          ],
        },
        { cells: [head('类'), head('款')] },
      ],
      body: [
        ...rows,
        totalRow('合计', 3, [figures.personnel + figures.operating, figures.personnel, figures.operating]),
      ],
      rules: 'box',
      repeatHeader: false,
      ...LANDSCAPE,
    },
    blankRows: 0,
    note: null,
  };
}

/** Table 9, the only one in 万元: three public expenses and the running of the body, one row. */
export function threePublicTable(figures: BudgetFigures): StatementPlan {
  const { abroad, reception, purchase, operation } = figures.threePublic;
  const amounts = [
    sum([abroad, reception, purchase, operation]),
    abroad,
    reception,
    purchase + operation,
    purchase,
    operation,
    figures.operating,
  ];
  const values = amounts.map((fen) => printedOrBlank(inWan(fen)));
  const group = `${figures.year}年“三公”经费预算数`;
  const vehicles = '公务用车购置及运行费';
  const running = `${figures.year}年机关运行经费预算数`;
  const three = ['合计', '因公出国(境)费', '公务接待费'];
  const parts = ['小计', '购置费', '运行费'];
  return {
    form: 'B07',
    title: title(figures, '“三公”经费和机关运行经费预算表'),
    unit: '万元',
    unitLine: '单位:万元',
    bodyLine: bodyLine(figures),
    columns: [...joined(group, three), ...joined(`${group}/${vehicles}`, parts), running],
    table: {
      widths: [90, 100, 90, 90, 90, 90, 120],
      header: [
        { cells: [head(group, 6), head(running, 1, 3)] },
        { cells: [...three.map((text) => head(text, 1, 2)), head(vehicles, 3)] },
        { cells: parts.map((text) => head(text)) },
      ],
      body: [{ cells: values.map(valueCell), truth: [{ side: null, code: null, label: '', values }] }],
      rules: 'stroke',
      repeatHeader: false,
      rowHeight: 28,
      orientation: 'landscape',
    },
    blankRows: 0,
    note: null,
  };
}
