import type { Claim, ClaimSubject } from '../../../normalize/narrative/claim.js';
import type { Report } from '../../../normalize/report.js';
import type { Check, Identity, Term } from '../../check.js';
import { type ClaimAt, claimSubject, claimsOf, claimTerm, printedOf } from '../../claims.js';
import { isWholeSet, itemsUnder } from '../narrative/item-set.js';
import { signedChange } from './signed-change.js';

/** The signed change of a claim as terms: its change, or amount and base. Nothing for 持平; `null` where it is not said. */
function changeTerms(at: ClaimAt): readonly Term[] | null {
  const change = signedChange(at);
  if (change !== null) return [change];
  const [amount, base] = [claimTerm(at, 'amount'), claimTerm(at, 'base', -1)];
  if (amount !== null && base !== null) return [amount, base];
  return at.claim.direction === 'unchanged' ? [] : null;
}

function isSameComparison(a: Claim, b: Claim): boolean {
  const [left, right] = [a.against, b.against];
  return left !== null && right !== null && left.year === right.year && left.phase === right.phase;
}

/** Σ of the changes of the items = the change of their total, only where the amounts of the items are all of it. */
function identities(report: Report): readonly Identity[] {
  const totals: readonly ClaimSubject[] = ['general-budget-expenditure', 'fiscal-expenditure', 'expenditure'];
  return claimsOf(report).flatMap((total) => {
    const change = totals.includes(total.claim.subject) ? claimTerm(total, 'change') : null;
    const left = change === null ? null : changeTerms(total);
    if (left === null || change === null || printedOf(change) === null) return [];
    const items = itemsUnder(report, total).filter(({ claim }) => isSameComparison(claim, total.claim));
    const terms = items.map(changeTerms);
    if (items.length < 2 || !isWholeSet(total, items) || terms.some((one) => one === null)) return [];
    const right = terms.flatMap((one) => one ?? []);
    const subject = claimSubject(report, total, '各项增减之和');
    return [{ subject, shape: 'balance', left, right, doubt: null }];
  });
}

/** The changes of the items and that of their total (N03). */
export const changeSum: Check = {
  id: 'change/sum',
  zh: '总额的增减额 = 各项增减额之和',
  en: 'change of the total = sum of the changes of its items',
  severity: 'error',
  notApplicable:
    'Only where the amounts of the items add up to the total, and all of them are compared with the same year and phase.',
  identities,
};
