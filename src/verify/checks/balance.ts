import type { Report, StatementKind } from '../../normalize/report.js';
import type { Check, Identity, Term } from '../check.js';
import { FUNDS, TWO_SIDED } from '../forms.js';
import {
  alongTerm,
  columnDoubt,
  downTerm,
  knownColumns,
  type Located,
  type LocatedRow,
  rowBy,
  rowLabel,
  rowsOf,
  statementsOf,
  subjectOf,
} from '../terms.js';

const APPROPRIATIONS: ReadonlySet<StatementKind> = new Set(['appropriations']);
const FUND_ACCOUNTS: ReadonlySet<StatementKind> = new Set(['government-funds', 'state-capital', 'fiscal-accounts']);

/** The expenditure column that stands against a revenue column: the same phase, or 合计 where expenditure is split. */
function counterpart(column: string, expenditure: LocatedRow): string | null {
  const columns = knownColumns(expenditure.row);
  if (columns.includes(column)) return column;
  return column === 'amount' && columns.includes('total') ? 'total' : null;
}

function grandTotals(table: Located): readonly Identity[] {
  const revenue = rowBy(rowsOf(table, 'revenue'), 'grand-total');
  const expenditure = rowBy(rowsOf(table, 'expenditure'), 'grand-total');
  if (revenue === undefined || expenditure === undefined) return [];
  return knownColumns(revenue.row).flatMap((column) => {
    const other = counterpart(column, expenditure);
    if (other === null) return [];
    return [
      {
        subject: subjectOf(table, '收支总计'),
        shape: 'same-fact',
        left: [{ ...downTerm(revenue, column), label: `收入方${revenue.row.label}` }],
        right: [{ ...downTerm(expenditure, other), label: `支出方${expenditure.row.label}` }],
        doubt: null,
      },
    ];
  });
}

/** The account of one fund. What came in stands in the revenue list, what went out in the fund's own column. */
function fundAccount(table: Located, fund: string): readonly Identity[] {
  const revenue = rowsOf(table, 'revenue');
  const expenditure = rowsOf(table, 'expenditure');
  const income = rowBy(revenue, fund);
  const column = income && knownColumns(income.row)[0];
  if (income === undefined || column === undefined) return [];

  const current = rowBy(expenditure, 'current-total');
  const closing = rowBy(expenditure, 'closing');
  const grand = rowBy(expenditure, 'grand-total');
  const spent = current && closing ? [current, closing] : grand ? [grand] : [];
  if (!spent.some(({ row }) => row.figures[fund] !== undefined)) return [];

  const opening = rowBy(revenue, `opening-${fund}`);
  const openingLabelled: readonly Term[] = opening
    ? [{ ...downTerm(opening, column), label: `年初结转和结余：${opening.row.label}` }]
    : [];
  return [
    {
      subject: subjectOf(table, income.row.label),
      shape: 'balance',
      left: [downTerm(income, column), ...openingLabelled],
      right: spent.map((line) => downTerm(line, fund)),
      doubt: opening === undefined ? undividedOpening(revenue, column) : null,
    },
  ];
}

function undividedOpening(revenue: readonly LocatedRow[], column: string): string | null {
  const opening = rowBy(revenue, 'opening')?.row.figures[column];
  const isZero = opening === undefined || (opening.reading !== 'unreadable' && (opening.amount?.fen ?? 0) === 0);
  return isZero ? null : '年初结转和结余没有按资金分列';
}

function carryOver(line: LocatedRow): readonly Identity[] {
  if (!['opening', 'income', 'total', 'closing'].every((key) => line.row.figures[key] !== undefined)) return [];
  return [
    {
      subject: subjectOf(line.table, rowLabel(line)),
      shape: 'balance',
      left: [alongTerm(line, 'opening'), alongTerm(line, 'income')],
      right: [alongTerm(line, 'total'), alongTerm(line, 'closing')],
      doubt: columnDoubt(line),
    },
  ];
}

/** What came in equals what went out and what is left (T01.5, T04.6, T04.7, T08.1). */
export const balance: readonly Check[] = [
  {
    id: 'balance/grand-totals',
    zh: '收入总计 = 支出总计',
    en: 'grand total of revenue = grand total of expenditure',
    severity: 'error',
    notApplicable: 'Never legitimate: both sides print the same amount, so that rounding is no excuse.',
    identities: (report: Report) => statementsOf(report, TWO_SIDED).flatMap(grandTotals),
  },
  {
    id: 'balance/fund',
    zh: '每类资金：本年收入 + 年初结转和结余 = 本年支出 + 年末结转和结余',
    en: 'for each fund: revenue + brought forward = expenditure + carried forward',
    severity: 'error',
    notApplicable: 'May fail where carry-over was taken back (收回) or handed over during the year.',
    identities: (report: Report) =>
      statementsOf(report, APPROPRIATIONS).flatMap((table) => FUNDS.flatMap((fund) => fundAccount(table, fund))),
  },
  {
    id: 'balance/carry-over',
    zh: '年初结转和结余 + 本年收入 = 本年支出 + 年末结转和结余',
    en: 'brought forward + revenue = expenditure + carried forward, in each row',
    severity: 'error',
    notApplicable:
      'Only in tables that print all four columns; may fail where carry-over was taken back during the year.',
    identities: (report: Report) =>
      statementsOf(report, FUND_ACCOUNTS).flatMap((table) => rowsOf(table, null).flatMap(carryOver)),
  },
];
