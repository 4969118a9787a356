import type { Panel, Statement } from '../report.js';
import type { ClaimSubject } from './claim.js';

/** Grand totals by the subject that they are all of. */
export type OnlyTotals = ReadonlyMap<ClaimSubject, readonly ClaimSubject[]>;

/**
 * The grand totals that are the same as 本年收入, or 本年支出, by 收支总表 of the report: then 收入预算中 after 收、支预算总数 speaks of that
 * total. With a balance carried over, or without the table, it may speak of either: none is given.
 */
export function onlyTotals(statements: readonly Statement[]): OnlyTotals {
  const [summary] = statements.filter(({ kind }) => kind === 'revenue-and-expenditure');
  const found = new Map<ClaimSubject, readonly ClaimSubject[]>();
  if (summary === undefined) return found;
  if (isAll(summary, 'revenue', 'opening')) found.set('revenue', ['revenue-grand-total', 'grand-total']);
  if (isAll(summary, 'expenditure', 'closing')) found.set('expenditure', ['expenditure-grand-total', 'grand-total']);
  return found;
}

function isAll(summary: Statement, panel: Panel, balance: 'opening' | 'closing'): boolean {
  const amount = (key: string): number | null => {
    const row = summary.rows.find((one) => one.panel === panel && one.key === key);
    return (row?.figures.amount ?? row?.figures.total)?.amount?.fen ?? null;
  };
  const [total, current] = [amount('grand-total'), amount('current-total')];
  return total !== null && (amount(balance) ?? 0) === 0 && (current === null || current === total);
}
