import type { Report, StatementKind } from '../../../normalize/report.js';
import type { Check, Identity } from '../../check.js';
import { codedRows } from '../../code-tree.js';
import { evaluate } from '../../identity.js';
import { type Located, rowsOf } from '../../terms.js';
import { integerOf } from '../../value.js';
import { expenditureOfYear, expenditureRow, fundRevenue, revenueRow, totalRow } from './accounts.js';
import { AMOUNT, codeCells, isNil, sameCell, sameCode } from './cells.js';
import { classesOf } from './expenditure.js';
import { between } from './tables.js';

/** The classes of one fund: the column of the appropriation account against the fund's own statement. */
function classes(account: Located, fund: string, own: Located, report: Report): readonly Identity[] {
  const listed = codedRows(rowsOf(account, 'expenditure')).length > 0;
  const hasColumn = account.statement.columns.some(({ key, panel }) => panel === 'expenditure' && key === fund);
  if (!listed || !hasColumn) return [];
  return classesOf([account, 'expenditure'], [own, null])
    .filter((code) => codedRows(rowsOf(own, null)).length > 0 || !isNilClass(account, fund, code, report))
    .flatMap((code) =>
      sameCode(
        { table: account, panel: 'expenditure', columns: [fund] },
        { table: own, panel: null, columns: AMOUNT },
        code,
        report,
      ),
    );
}

/** Nothing to compare: a fund without statement rows, and a class without that fund. */
function isNilClass(account: Located, fund: string, code: string, report: Report): boolean {
  return codeCells(account, 'expenditure', code, [fund], report).terms.every(isNil);
}

/** What the account says of the fund as a whole, against the row 合计 of its statement. */
function totals(account: Located, fund: string, own: Located, report: Report): readonly Identity[] {
  const spent = expenditureOfYear(account, report, [fund]);
  const sameAs = (name: string, left: Identity['left'][number] | undefined, columns: readonly string[]) =>
    sameCell(name, left, totalRow(own, columns, report));
  return [
    ...sameAs('年初结转和结余', revenueRow(account, [`opening-${fund}`], report), ['opening']),
    ...sameAs('本年收入', fundRevenue(account, fund, report), ['income']),
    ...sameAs('本年支出合计', spent, AMOUNT),
    ...sameAs('年末结转和结余', expenditureRow(account, ['closing'], report, [fund]), ['closing']),
  ];
}

/**
 * The statement of a fund in a budget often shows the appropriation of the year only (当年拨款), while the account spends what was brought
 * forward as well. What the account has more, up to that balance, is then no contradiction, and is not compared.
 */
function unlessBroughtForward(
  identities: readonly Identity[],
  account: Located,
  fund: string,
  report: Report,
): readonly Identity[] {
  if (report.kind === 'final-accounts') return identities;
  const opening = revenueRow(account, [`opening-${fund}`, 'opening'], report);
  const balance = integerOf(opening?.figure ?? null) ?? 0;
  return identities.filter((identity) => {
    const { outcome, gapFen } = evaluate(identity);
    return outcome !== 'violation' || gapFen === null || gapFen < 0 || gapFen > balance;
  });
}

function fundChecks(
  id: string,
  fund: string,
  kind: StatementKind,
  names: Pick<Check, 'zh' | 'en' | 'notApplicable'>,
): Check {
  const kinds = { account: 'appropriations', own: kind } as const;
  return {
    id,
    ...names,
    severity: 'error',
    identities: between(kinds, ({ account, own }, report) =>
      unlessBroughtForward(
        [...classes(account, fund, own, report), ...totals(account, fund, own, report)],
        account,
        fund,
        report,
      ),
    ),
  };
}

/** Each fund in 财政拨款收入支出决算总表 and in the statement of its own (X07-X09). */
export const funds: readonly Check[] = [
  fundChecks('statements/general-budget', 'general-budget', 'general-budget-expenditure', {
    zh: '财政拨款总表一般公共预算支出（合计、各类）= 一般公共预算财政拨款支出表',
    en: 'general public budget in the appropriation account, total and each class = its own statement',
    notApplicable:
      'Only where the appropriation account has a column for each fund. A budget may leave out of the fund’s statement what was brought forward; a gap up to that balance is not compared.',
  }),
  fundChecks('statements/government-funds', 'government-funds', 'government-funds', {
    zh: '财政拨款总表政府性基金年初、收入、支出、年末 = 政府性基金预算财政拨款收入支出表合计',
    en: 'government-managed funds in the appropriation account = their own statement',
    notApplicable:
      'Opening, income and closing only where the fund’s statement prints them (final accounts); a statement that says it has no data stands for nil.',
  }),
  fundChecks('statements/state-capital', 'state-capital', 'state-capital', {
    zh: '财政拨款总表国有资本经营预算支出 = 国有资本经营预算财政拨款支出表合计',
    en: 'state capital operations in the appropriation account = their own statement',
    notApplicable: 'Opening, income and closing only in the form with six columns (Shanghai).',
  }),
];
