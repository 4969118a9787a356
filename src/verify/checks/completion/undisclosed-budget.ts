import type { Report } from '../../../normalize/report.js';
import type { Check, Judgement } from '../../check.js';
import { type ClaimAt, claimSubject, claimsOf, claimTerm, isZeroValue, unquoted } from '../../claims.js';
import { termText } from '../../wording.js';
import { budgetsOf } from './budgets.js';

/** 决算数小于预算数 where nothing was spent and no budget is printed: then there is one, and it is not zero. */
function implies(report: Report, at: ClaimAt): boolean {
  const amount = claimTerm(at, 'amount');
  const less = at.claim.relations.some(({ to, is }) => to.year === 'current' && is === 'less');
  return less && amount !== null && isZeroValue(amount) && budgetsOf(report, at, null).length === 0;
}

function judge(report: Report): readonly Judgement[] {
  const found = claimsOf(report).filter((at) => implies(report, at));
  const [first] = found;
  if (first === undefined) return [];
  const terms = found.flatMap((at) => [claimTerm(at, 'amount') ?? [], claimTerm(at, 'completion') ?? []].flat());
  const said = found.flatMap(({ claim }) => claim.relations.filter(({ is }) => is === 'less'));
  const numbers = terms.map(termText).join('，');
  return [
    {
      subject: claimSubject(report, first),
      outcome: 'violation',
      measure: 'money',
      left: '决算数小于预算数',
      right: '没有印预算数',
      terms,
      about: [],
      diagnosis: null,
      message: `正文说决算数小于预算数，而决算数为零（${numbers}），可见预算数不是零；但预算数在正文和报表中都没有公开，完成率无法核对。涉及${found.map(({ claim }) => `“${unquoted(claim.label)}”`).join('、')}。`,
      places: said.flatMap(({ places }) => places),
    },
  ];
}

/** A budget that the words imply and nobody can see (F4). One finding a report. */
export const undisclosedBudget: Check = {
  id: 'completion/undisclosed-budget',
  zh: '正文拿来比较的预算数应当公开',
  en: 'a budget that the prose compares with is printed somewhere',
  severity: 'warning',
  notApplicable: 'Only where nothing was spent and the prose says that this is less than the budget.',
  identities: () => [],
  judgements: judge,
};
