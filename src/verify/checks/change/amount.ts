import type { Report } from '../../../normalize/report.js';
import type { Check, Identity } from '../../check.js';
import {
  type ClaimAt,
  claimSubject,
  claimsOf,
  claimTerm,
  isAmountRight,
  printedOf,
  signOfChange,
} from '../../claims.js';

/** amount = base ± change, where both ends and the change are printed. */
function identity(report: Report, at: ClaimAt): readonly Identity[] {
  const sign = signOfChange(at.claim, at.claim.numbers.change);
  const printed = at.claim.numbers.change?.value ?? 0;
  if (sign === null || !isAmountRight(report, at)) return [];
  // The term counts with the sign of its words: a printed minus under 减少 is the same decrease.
  const [amount, base, change] = [
    claimTerm(at, 'amount'),
    claimTerm(at, 'base'),
    claimTerm(at, 'change', printed < 0 ? 1 : sign),
  ];
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
