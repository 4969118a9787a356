import type { Report } from '../../../normalize/report.js';
import type { Check, Identity } from '../../check.js';
import { type ClaimAt, claimSubject, claimsOf, claimTerm, isAmountRight, printedOf } from '../../claims.js';
import { signedChange } from './signed-change.js';

/** amount = base ± change, where both ends and the change are printed. */
function identity(report: Report, at: ClaimAt): readonly Identity[] {
  if (!isAmountRight(report, at)) return [];
  const [amount, base, change] = [claimTerm(at, 'amount'), claimTerm(at, 'base'), signedChange(at)];
  if (amount === null || base === null || change === null || printedOf(base) === null) return [];
  return [{ subject: claimSubject(report, at), shape: 'balance', left: [amount], right: [base, change], doubt: null }];
}

/** Both ends of a change, and the change (N02). */
export const changeAmount: Check = {
  id: 'change/amount',
  zh: '本年数 = 比较基数 ± 增减额',
  en: 'amount = base plus or minus the change',
  severity: 'error',
  notApplicable: 'Only where the prose prints both ends and the change.',
  identities: (report) => claimsOf(report).flatMap((at) => identity(report, at)),
};
