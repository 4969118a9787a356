import type { Report } from '../../../normalize/report.js';
import type { Check, Judgement, Term } from '../../check.js';
import { codedRows, rowsByCode } from '../../code-tree.js';
import { type Located, rowsOf, tableTerm } from '../../terms.js';
import { expenditureRow, revenueRow } from './accounts.js';
import { judgeBound } from './bounds.js';
import { AMOUNT, type CodeColumn, codeCells, columnOf } from './cells.js';
import { otherMoney } from './general-budget-only.js';
import { betweenJudged } from './tables.js';

/** Columns of a statement by function, each of which is a part of the same column of the statement about all money. */
const COLUMNS: readonly (readonly string[])[] = [AMOUNT, ['basic'], ['project']];

/** Each code of the part against the same code of the whole, column by column. */
function codesWithin(part: CodeColumn, whole: CodeColumn, failure: string, report: Report): readonly Judgement[] {
  if (codedRows(rowsOf(whole.table, whole.panel)).length === 0) return [];
  const codes = [...rowsByCode(codedRows(rowsOf(part.table, part.panel))).keys()];
  return codes.flatMap((code) => {
    const [small, large] = [part, whole].map(({ table, panel, columns }) =>
      codeCells(table, panel, code, columns, report),
    );
    if (small === undefined || large === undefined || small.terms.length === 0 || large.terms.length === 0) return [];
    const subject = small.terms[0]?.label ?? code;
    return [judgeBound({ subject, part: small.terms, whole: large.terms, failure, doubt: small.doubt ?? large.doubt })];
  });
}

const FISCAL_WITHIN_ALL = '财政拨款支出大于全部支出';
const GENERAL_WITHIN_ALL = '一般公共预算财政拨款支出大于全部支出';

/** 财政拨款收入 of each row against 本年收入合计 of the same row. */
function fiscalRevenueWithin(list: Located, report: Report): readonly Judgement[] {
  return codedRows(rowsOf(list, null)).flatMap(({ line }) => {
    const [fiscal, total] = [['fiscal'], AMOUNT].map((columns) => columnOf(line, columns, report));
    if (fiscal === undefined || total === undefined) return [];
    const [part, whole] = [tableTerm(line, fiscal), tableTerm(line, total)];
    return [judgeBound({ subject: part.label, part: [part], whole: [whole], failure: '财政拨款收入大于本年收入合计' })];
  });
}

/** With general public budget money only the two are equal, and statements/general-budget-only tells a difference. */
function unlessEqual(tables: { summary: Located; fiscal: Located }, report: Report, found: readonly Judgement[]) {
  if (otherMoney(tables.summary, tables.fiscal, report) !== null) return found;
  return found.filter(({ outcome }) => outcome !== 'violation');
}

const SUMMARIES = { summary: 'revenue-and-expenditure', fiscal: 'appropriations' } as const;

function balanceWithin(summary: Term | undefined, fiscal: Term | undefined, name: string): readonly Judgement[] {
  if (summary === undefined || fiscal === undefined) return [];
  const failure = `财政拨款${name}大于全部${name}：除非非财政拨款结余是负数，否则不能成立`;
  return [judgeBound({ subject: name, part: [fiscal], whole: [summary], failure })];
}

/** Fiscal money is a part of all money, in every row and column (X11, X14). */
export const parts: readonly Check[] = [
  {
    id: 'statements/part-of-expenditure',
    zh: '一般公共预算财政拨款支出 ≤ 财政拨款支出 ≤ 全部支出（逐项、逐栏）；财政拨款收入 ≤ 本年收入',
    en: 'general public budget ≤ fiscal appropriation ≤ all expenditure, for each code and column; fiscal revenue ≤ revenue',
    severity: 'warning',
    notApplicable:
      'A reversal of non-fiscal spending (a negative amount) makes the whole smaller than its part legitimately.',
    identities: () => [],
    judgements: (report) => [
      ...betweenJudged(
        { ...SUMMARIES, all: 'expenditure', general: 'general-budget-expenditure' },
        ({ all, general, ...summaries }) =>
          unlessEqual(
            summaries,
            report,
            COLUMNS.flatMap((columns) =>
              codesWithin(
                { table: general, panel: null, columns },
                { table: all, panel: null, columns },
                GENERAL_WITHIN_ALL,
                report,
              ),
            ),
          ),
      )(report),
      ...betweenJudged({ ...SUMMARIES, all: 'expenditure' }, ({ all, ...summaries }) =>
        unlessEqual(
          summaries,
          report,
          codesWithin(
            { table: summaries.fiscal, panel: 'expenditure', columns: AMOUNT },
            { table: all, panel: null, columns: AMOUNT },
            FISCAL_WITHIN_ALL,
            report,
          ),
        ),
      )(report),
      ...betweenJudged(
        { general: 'general-budget-expenditure', fiscal: 'appropriations-expenditure' },
        ({ general, fiscal }) =>
          codesWithin(
            { table: general, panel: null, columns: AMOUNT },
            { table: fiscal, panel: null, columns: AMOUNT },
            '一般公共预算财政拨款支出大于全部财政拨款支出',
            report,
          ),
      )(report),
      ...betweenJudged({ list: 'revenue' }, ({ list }) => fiscalRevenueWithin(list, report))(report),
    ],
  },
  {
    id: 'statements/part-of-balance',
    zh: '财政拨款年初、年末结转和结余 ≤ 全部年初、年末结转和结余',
    en: 'fiscal balances brought and carried forward ≤ all balances',
    severity: 'warning',
    notApplicable: 'A negative balance of other money makes the whole smaller than its part legitimately.',
    identities: () => [],
    judgements: betweenJudged(SUMMARIES, ({ summary, fiscal }, report) => [
      ...balanceWithin(
        revenueRow(summary, ['opening'], report),
        revenueRow(fiscal, ['opening'], report),
        '年初结转和结余',
      ),
      ...balanceWithin(
        expenditureRow(summary, ['closing'], report),
        expenditureRow(fiscal, ['closing'], report),
        '年末结转和结余',
      ),
    ]),
  },
];
