import type { Report } from '../../../normalize/report.js';
import type { Check, Judgement } from '../../check.js';
import { claimSubject, claimTerm, printedOf } from '../../claims.js';
import type { RateVerdict } from '../../interval.js';
import { bestOf, percentText, rateJudgement, rateSlip, ratios } from '../change/rate-judgement.js';
import { closes, shareLists } from './lists.js';
import { type ShareCase, sharesOf } from './whole.js';

/** The sum of the list that a share belongs to, as evidence. */
function closureText(report: Report, it: ShareCase, verdict: RateVerdict): string {
  const list = shareLists(report).find(({ cases }) => cases.some(({ at }) => at.index === it.at.index));
  if (list === undefined || verdict === 'exact' || verdict === 'rounding') return '';
  if (closes(list)) return verdict === 'nudged' ? `各项占比合计 ${percentText(list.sum)}，可能为凑整而调整` : '';
  return `各项占比合计 ${percentText(list.sum)}，不等于 100%`;
}

function judge(report: Report, it: ShareCase): readonly Judgement[] {
  const term = claimTerm(it.at, 'share');
  const printed = term && printedOf(term);
  if (!term || !printed) return [];
  const best = bestOf(printed, ratios(it.parts, it.wholes));
  if (best === undefined) return [];
  const evidence = closureText(report, it, best.verdict);
  const diagnosis = rateSlip(printed, best);
  return [rateJudgement({ ...best, subject: claimSubject(report, it.at), term, printed, diagnosis, evidence })];
}

/** A share recomputed from part and whole (N04). */
export const sharesPercent: Check = {
  id: 'shares/percent',
  zh: '占比 = 该项金额 ÷ 合计',
  en: 'share = part / whole, each printed number taken with its half step',
  severity: 'error',
  notApplicable:
    'Only where both amounts are known; a blank share (占 %) says nothing. Shares of procurement have a check of their own.',
  identities: () => [],
  judgements: (report) => sharesOf(report).flatMap((it) => judge(report, it)),
};

/** Whether a share of the list is wrong by itself: then the list says no more. */
function hasFault(report: Report, cases: readonly ShareCase[]): boolean {
  return cases.some((it) => judge(report, it).some(({ outcome }) => outcome === 'violation'));
}

/** The shares of a whole add up to 100 % (N04). */
export const sharesClosure: Check = {
  id: 'shares/closure',
  zh: '各项占比之和 = 100%',
  en: 'the shares of a whole add up to 100 %',
  severity: 'warning',
  notApplicable: 'Only where the amounts add up to the whole; half a last place for each share is rounding.',
  identities: () => [],
  judgements: (report) =>
    shareLists(report).map((list) => {
      const [first] = list.cases;
      const holds = closes(list);
      const told = holds || hasFault(report, list.cases);
      return {
        subject: first === undefined ? '占比' : claimSubject(report, first.whole ?? first.at, '各项占比'),
        outcome: !holds ? 'violation' : list.sum === 1_000_000 ? 'exact' : 'rounding',
        measure: 'percent',
        left: percentText(list.sum),
        right: '100%',
        terms: list.terms,
        about: [],
        diagnosis: null,
        message: told ? '' : `各项占比合计 ${percentText(list.sum)}，不等于 100%。`,
      };
    }),
};
