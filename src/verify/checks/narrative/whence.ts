import type { Report, StatementRow } from '../../../normalize/report.js';
import type { Term } from '../../check.js';
import {
  cellTerm,
  claimsOf,
  claimTerm,
  isSameAmount,
  isSameSubject,
  isZeroValue,
  printedOf,
  signOfChange,
} from '../../claims.js';
import type { PrintedValue } from '../../diagnosis.js';

/** Where a wrong amount of the prose may come from: another cell, the year before, or nowhere. */

function claimIndexOf(stated: Term): number {
  return Number(stated.path.split('/')[1]);
}

function rowAt(report: Report, path: string): StatementRow | undefined {
  const [s, r] = path.split('/');
  return report.statements[Number(s)]?.rows[Number(r)];
}

/** Rows that name the same thing in different tables: the same code, or the same label. */
function isSameRow(a: StatementRow, b: StatementRow): boolean {
  if (a.code !== null || b.code !== null) return a.code?.code === b.code?.code;
  return a.key === b.key || (a.label !== '' && a.label === b.label);
}

/** Another cell of the report that prints the amount under the same name: 基本支出 of another table. `null` for none, and for zero. */
export function otherCellWith(report: Report, stated: Term, cell: Term): Term | null {
  const printed = printedOf(stated);
  const row = rowAt(report, cell.path);
  if (printed === null || row === undefined || isZeroValue(stated)) return null;
  for (const [s, statement] of report.statements.entries())
    for (const [r, candidate] of statement.rows.entries()) {
      if (!isSameRow(candidate, row)) continue;
      for (const [column, { amount }] of Object.entries(candidate.figures)) {
        const found = amount && { value: amount.fen, step: amount.stepFen };
        if (found && isSameAmount(found, printed)) return cellTerm(report, `${s}/${r}/${column}`);
      }
    }
  return null;
}

/** Whether another claim about the same subject has the amount that the table has: the prose contradicts itself. */
export function saysOtherwise(report: Report, stated: Term, expected: PrintedValue): boolean {
  const index = claimIndexOf(stated);
  const own = report.claims[index];
  if (own === undefined) return false;
  return claimsOf(report).some((at) => {
    if (at.index === index || !isSameSubject(at.claim, own) || at.claim.section !== own.section) return false;
    if (at.claim.phase !== own.phase || at.claim.year !== own.year) return false;
    const other = claimTerm(at, 'amount');
    const value = other && printedOf(other);
    return value !== null && isSameAmount(value, expected);
  });
}

/** Whether the amount is the one that another claim about the same subject implies for the year before (v − Δ). */
export function isPriorYearAmount(report: Report, stated: Term): boolean {
  const printed = printedOf(stated);
  const own = report.claims[claimIndexOf(stated)];
  if (printed === null || own === undefined || isZeroValue(stated)) return false;
  return claimsOf(report).some((at) => {
    if (!isSameSubject(at.claim, own)) return false;
    if (at.claim.year === 'prior') {
      const value = printedOf(claimTerm(at, 'amount') ?? stated);
      return at.claim !== own && value !== null && isSameAmount(value, printed);
    }
    const [amount, change] = [claimTerm(at, 'amount'), claimTerm(at, 'change')];
    const [v, d] = [amount && printedOf(amount), change && printedOf(change)];
    const sign = signOfChange(at.claim, at.claim.numbers.change);
    if (!v || !d || d.value === 0 || sign === null) return false;
    return isSameAmount({ value: v.value - sign * Math.abs(d.value), step: v.step }, printed);
  });
}
