import type { Report } from '../../../normalize/report.js';
import type { Check, Judgement, Term } from '../../check.js';
import { amountsOf, type ClaimAt, claimSubject, claimsOf, claimTerm, isZeroValue, printedOf } from '../../claims.js';
import { bestOf, rateJudgement, rateSlip, ratios } from '../change/rate-judgement.js';
import { budgetsOf } from './budgets.js';

function judge(report: Report, at: ClaimAt): readonly Judgement[] {
  const term = claimTerm(at, 'completion');
  const printed = term && printedOf(term);
  if (!term || !printed) return [];
  const subject = claimSubject(report, at);
  const amounts = amountsOf(report, at);
  const budgets = budgetsOf(report, at, at.claim.completionOf);
  const best = bestOf(printed, ratios(amounts, budgets));
  if (best === undefined) return [withoutBudget(subject, term, [...amounts, ...budgets])];
  return [rateJudgement({ ...best, subject, term, printed, diagnosis: rateSlip(printed, best) })];
}

/** No budget to compare with, or one of zero: 0.00 % and 100 % are both printed for 0/0. */
function withoutBudget(subject: string, term: Term, terms: readonly Term[]): Judgement {
  return {
    subject,
    outcome: 'not-applicable',
    measure: 'percent',
    left: `${term.figure?.printed ?? ''}%`,
    right: terms.some(isZeroValue) ? '预算数为零' : '没有印预算数',
    terms: [term, ...terms],
    about: [],
    diagnosis: null,
    message: '',
  };
}

/** A completion rate recomputed from final amount and budget (N05). */
export const completionPercent: Check = {
  id: 'completion/percent',
  zh: '完成预算的比例 = 决算数 ÷ 预算数',
  en: 'completion rate = final amount / budget, each printed number taken with its half step',
  severity: 'error',
  notApplicable: 'Only where a budget is printed; of a budget of zero every rate is a convention.',
  identities: () => [],
  judgements: (report) => claimsOf(report).flatMap((at) => judge(report, at)),
};
