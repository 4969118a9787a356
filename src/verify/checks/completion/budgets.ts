import type { Phase } from '../../../normalize/printed.js';
import type { Report } from '../../../normalize/report.js';
import type { Term } from '../../check.js';
import { type ClaimAt, cellTerm, claimsOf, claimTerm, isSameSubject, printedOf } from '../../claims.js';

function isBudget(phase: Phase | null): boolean {
  return phase === 'approved' || phase === 'adjusted';
}

/** The budget cell in the row of the cell that the amount repeats: the “三公” table prints 预算数 beside 决算数. */
function budgetCells(report: Report, { claim }: ClaimAt, phase: Phase | null): readonly Term[] {
  return (claim.figures.amount ?? []).flatMap((path) => {
    const [s = '', r = '', ...rest] = path.split('/');
    const statement = report.statements[Number(s)];
    const row = statement?.rows[Number(r)];
    const own = rest.join('/');
    if (statement === undefined || row === undefined) return [];
    return statement.columns.flatMap((column) => {
      if (column.panel !== row.panel || !isBudget(column.phase) || (phase !== null && column.phase !== phase))
        return [];
      if (bareKey(column.key) !== bareKey(own) || column.key === own) return [];
      const term = cellTerm(report, `${s}/${r}/${column.key}`);
      return term === null || term.figure?.reading !== 'amount' ? [] : [term];
    });
  });
}

/** What a column is about, without its phase and year: 'reception-executed' and 'reception-approved' are about receptions. */
function bareKey(key: string): string {
  return key.replace(/-?(approved|adjusted|executed|prior)/g, '');
}

/**
 * The budgets that a final amount is compared with: the one printed beside it, or that of another claim about the same subject, or the
 * budget column of the table. Those of the section itself go before those of another one. Empty where none is printed anywhere.
 */
export function budgetsOf(report: Report, at: ClaimAt, phase: Phase | null): readonly Term[] {
  const { claim } = at;
  const printed = claim.against?.year === 'current' && isBudget(claim.against.phase) ? claimTerm(at, 'base') : null;
  if (printed !== null) return [printed];
  const siblings = claimsOf(report).filter(
    (other) =>
      other.index !== at.index &&
      isSameSubject(other.claim, claim) &&
      other.claim.year === claim.year &&
      isBudget(other.claim.phase) &&
      (phase === null || other.claim.phase === phase),
  );
  const near = siblings.filter(({ claim: { section } }) => section === claim.section);
  const terms = (near.length > 0 ? near : siblings).flatMap((other) => {
    const term = claimTerm(other, 'amount');
    return term === null ? [] : [{ ...term, label: `${term.label}预算数` }];
  });
  const found = terms.length > 0 ? terms : budgetCells(report, at, phase);
  return found.filter((term) => printedOf(term) !== null);
}
