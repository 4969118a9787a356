import type { Report } from '../../../normalize/report.js';
import type { Check, Identity } from '../../check.js';
import { childrenOf, codedRows } from '../../code-tree.js';
import { type Located, rowsOf } from '../../terms.js';
import { expenditureOfYear, expenditureRow, totalRow } from './accounts.js';
import { AMOUNT, columnOf, sameCell, sameCode } from './cells.js';
import { between } from './tables.js';

const SUMMARY_AND_LIST = { summary: 'revenue-and-expenditure', list: 'expenditure' } as const;
/** Expenditure by use in the summary (Jiangsu, old national forms) and the column of it. */
const USES: readonly (readonly [row: string, column: string])[] = [
  ['use-basic', 'basic'],
  ['use-project', 'project'],
  ['use-reserve', 'reserve'],
];

/** The functional classes of which two lists print anything, in the order of their codes. */
export function classesOf(...lists: readonly (readonly [table: Located, panel: 'expenditure' | null])[]): string[] {
  const classes = lists.flatMap(([table, panel]) =>
    childrenOf(null, codedRows(rowsOf(table, panel))).map(({ code }) => code.slice(0, 3)),
  );
  return [...new Set(classes)].sort();
}

function total(summary: Located, list: Located, report: Report): readonly Identity[] {
  const carried = totalRow(list, ['carried-forward'], report) !== undefined;
  const whole = carried ? expenditureRow(summary, ['grand-total'], report) : expenditureOfYear(summary, report);
  return [
    ...sameCell(carried ? '支出总计' : '本年支出合计', whole, totalRow(list, AMOUNT, report)),
    ...USES.flatMap(([row, column]) =>
      sameCell(`支出用途：${column}`, expenditureRow(summary, [row], report), totalRow(list, [column], report)),
    ),
  ];
}

function classes(summary: Located, list: Located, report: Report): readonly Identity[] {
  const [first] = childrenOf(null, codedRows(rowsOf(list, null)));
  const [own] = childrenOf(null, codedRows(rowsOf(summary, 'expenditure')));
  if (first === undefined || own === undefined || columnOf(own.line, AMOUNT, report) === undefined) return [];
  return classesOf([summary, 'expenditure'], [list, null]).flatMap((code) =>
    sameCode(
      { table: summary, panel: 'expenditure', columns: AMOUNT },
      { table: list, panel: null, columns: AMOUNT },
      code,
      report,
    ),
  );
}

/** Expenditure in 收入支出决算总表 and 支出决算表 (X05, X06). */
export const expenditure: readonly Check[] = [
  {
    id: 'statements/expenditure-total',
    zh: '总表本年支出合计 = 支出表合计',
    en: 'expenditure of the year in the summary = total of the expenditure statement',
    severity: 'error',
    notApplicable:
      'Where the expenditure statement prints 结转下年资金, its total is the grand total of the summary. Uses only where the summary lists them.',
    identities: between(SUMMARY_AND_LIST, ({ summary, list }, report) => total(summary, list, report)),
  },
  {
    id: 'statements/expenditure-class',
    zh: '总表各功能分类支出 = 支出表该类合计',
    en: 'expenditure of each functional class in the summary = in the expenditure statement',
    severity: 'error',
    notApplicable:
      'By the name of the class, never by its ordinal. A class that a statement does not print counts as nil only where the printed ones add up.',
    identities: between(SUMMARY_AND_LIST, ({ summary, list }, report) => classes(summary, list, report)),
  },
];
