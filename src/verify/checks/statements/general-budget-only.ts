import type { Report } from '../../../normalize/report.js';
import type { Check, Identity, Judgement, Term } from '../../check.js';
import { codedRows, rowsByCode } from '../../code-tree.js';
import { OTHER_SOURCES } from '../../forms.js';
import { type Located, rowsOf } from '../../terms.js';
import { integerOf } from '../../value.js';
import { expenditureOfYear, expenditureRow, fundRevenue, revenueRow, totalRow } from './accounts.js';
import { AMOUNT, type CodeColumn, isNil, sameCell, sameCode } from './cells.js';
import { between, betweenJudged } from './tables.js';

const SUMMARIES = { summary: 'revenue-and-expenditure', fiscal: 'appropriations' } as const;
const LISTS = { ...SUMMARIES, all: 'expenditure', general: 'general-budget-expenditure' } as const;
const COLUMNS: readonly (readonly string[])[] = [AMOUNT, ['basic'], ['project']];
const OTHER_FUNDS = ['government-funds', 'state-capital'];

function equal(left: Term | undefined, right: Term | undefined): boolean {
  const [a, b] = [left, right].map((term) => (isNil(term) ? 0 : integerOf(term?.figure ?? null)));
  return a !== null && a !== undefined && a === b;
}

/**
 * Why the report may hold other money than the general public budget; `null` when it certainly does not: no other fund, no other
 * source, and no balance that is not fiscal. A row that the form does not print holds nothing; one that cannot be read may hold anything.
 */
export function otherMoney(summary: Located, fiscal: Located, report: Report): string | null {
  const nothing = (...terms: readonly (Term | undefined)[]) => terms.every((term) => term === undefined || isNil(term));
  if (fundRevenue(fiscal, 'general-budget', report) === undefined) return '财政拨款总表没有按资金列出收入';
  if (!nothing(...OTHER_SOURCES.map((source) => revenueRow(summary, [source], report)))) return '有财政拨款以外的收入';
  const funds = OTHER_FUNDS.flatMap((fund) => [
    fundRevenue(summary, fund, report),
    fundRevenue(fiscal, fund, report),
    revenueRow(fiscal, [`opening-${fund}`], report),
    expenditureOfYear(fiscal, report, [fund]),
    expenditureRow(fiscal, ['closing'], report, [fund]),
  ]);
  if (!nothing(...funds)) return '有政府性基金或国有资本经营预算财政拨款';
  const used = ['use-nonfiscal-surplus', 'use-special-surplus'].map((key) => revenueRow(summary, [key], report));
  if (!nothing(...used, expenditureRow(summary, ['surplus-distribution'], report)))
    return '有非财政拨款结余的使用或分配';
  const opening = [summary, fiscal].map((table) => revenueRow(table, ['opening'], report));
  // The general budget statement of a budget often shows the appropriation of the year only (当年拨款).
  if (report.kind !== 'final-accounts' && !nothing(...opening)) return '预算中有上年结转';
  const sameOpening = equal(revenueRow(summary, ['opening'], report), revenueRow(fiscal, ['opening'], report));
  const sameClosing = equal(expenditureRow(summary, ['closing'], report), expenditureRow(fiscal, ['closing'], report));
  const none = [revenueRow(summary, ['opening'], report), expenditureRow(summary, ['closing'], report)];
  return (sameOpening && sameClosing) || nothing(...none) ? null : '有非财政拨款的结转和结余';
}

/** Classes of the summary and of the appropriation account. */
function classes(summary: Located, fiscal: Located, report: Report): readonly Identity[] {
  const codes = new Set(
    [summary, fiscal].flatMap((table) => codedRows(rowsOf(table, 'expenditure')).map(({ code }) => code)),
  );
  const listed = [summary, fiscal].every((table) => codedRows(rowsOf(table, 'expenditure')).length > 0);
  if (!listed || otherMoney(summary, fiscal, report) !== null) return [];
  return [...codes].sort().flatMap((code) => sameCode(inList(summary), inList(fiscal), code, report));
}

function inList(table: Located): CodeColumn {
  return { table, panel: 'expenditure', columns: AMOUNT };
}

/** Every cell of the two statements by function. */
function cells(all: Located, general: Located, report: Report): readonly Identity[] {
  const [coded, others] = [all, general].map((table) => rowsByCode(codedRows(rowsOf(table, null))));
  if (coded === undefined || others === undefined || coded.size === 0 || others.size === 0) return [];
  const codes = [...new Set([...coded.keys(), ...others.keys()])].sort();
  return COLUMNS.flatMap((columns) => {
    const totals = [all, general].map((table) => totalRow(table, columns, report));
    if (totals.some((term) => term === undefined)) return [];
    return [
      ...sameCell(totals[0]?.label ?? '合计', totals[0], totals[1]),
      ...codes.flatMap((code) =>
        sameCode({ table: all, panel: null, columns }, { table: general, panel: null, columns }, code, report),
      ),
    ];
  });
}

function notApplicable(reason: string): Judgement {
  return {
    subject: '只有一般公共预算财政拨款',
    outcome: 'not-applicable',
    measure: 'money',
    left: reason,
    right: '',
    terms: [],
    about: [],
    diagnosis: null,
    message: '',
  };
}

/** Where a report holds general public budget money only, the statements about all money and about that money are the same (X12). */
export const generalBudgetOnly: readonly Check[] = [
  {
    id: 'statements/general-budget-only',
    zh: '只有一般公共预算财政拨款时：支出表 = 一般公共预算财政拨款支出表，总表各类支出 = 财政拨款总表各类支出',
    en: 'with general public budget money only: the expenditure statement = the general budget statement, cell by cell',
    severity: 'error',
    notApplicable:
      'With government-managed funds, state capital, other revenue, non-fiscal surplus or balances the statements differ legitimately; then it is not applicable.',
    identities: (report) => [
      ...between(LISTS, ({ summary, fiscal, all, general }) =>
        otherMoney(summary, fiscal, report) === null ? cells(all, general, report) : [],
      )(report),
      ...between(SUMMARIES, ({ summary, fiscal }) => classes(summary, fiscal, report))(report),
    ],
    judgements: betweenJudged(SUMMARIES, ({ summary, fiscal }, report) => {
      const reason = otherMoney(summary, fiscal, report);
      return reason === null ? [] : [notApplicable(reason)];
    }),
  },
];
