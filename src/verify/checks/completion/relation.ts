import type { Relation } from '../../../normalize/narrative/claim.js';
import type { Report } from '../../../normalize/report.js';
import type { Check, Judgement, Term } from '../../check.js';
import {
  amountsOf,
  type ClaimAt,
  claimSubject,
  claimsOf,
  claimTerm,
  isZeroValue,
  printedOf,
  signOfChange,
} from '../../claims.js';
import { termText } from '../../wording.js';
import { aboutEqualPercent } from './about-equal.js';
import { budgetsOf } from './budgets.js';

const WORDS = { greater: '大于', less: '小于', equal: '等于', 'about-equal': '基本持平' } as const;
type Is = Relation['is'];

/** What two amounts say, exactly: both are printed, and the words are about what is printed. */
function isOf(amount: number, other: number): Is {
  return amount === other ? 'equal' : amount > other ? 'greater' : 'less';
}

function holds(said: Is, amount: number, other: number, step: number): boolean {
  const is = isOf(amount, other);
  if (said === is) return true;
  const gap = Math.abs(amount - other);
  if (said === 'equal') return gap <= step / 2;
  return said === 'about-equal' && BigInt(gap) * 100n <= BigInt(Math.abs(other)) * BigInt(aboutEqualPercent());
}

function judgePair(
  report: Report,
  at: ClaimAt,
  relation: Relation,
  amounts: readonly Term[],
  others: readonly Term[],
): Judgement {
  const pairs = amounts.flatMap((amount) => others.map((other) => ({ amount, other })));
  const fits = pairs.some(({ amount, other }) => {
    const [a, b] = [printedOf(amount), printedOf(other)];
    return a !== null && b !== null && holds(relation.is, a.value, b.value, Math.max(a.step, b.step));
  });
  const [amount, other] = [amounts[0], others[0]];
  const [a, b] = [amount && printedOf(amount), other && printedOf(other)];
  const right = a && b ? WORDS[isOf(a.value, b.value)] : '';
  const terms = [...amounts.slice(0, 1), ...others.slice(0, 1)];
  return {
    subject: claimSubject(report, at),
    outcome: fits ? 'exact' : 'violation',
    measure: 'money',
    left: relation.printed || WORDS[relation.is],
    right: fits ? relation.printed || WORDS[relation.is] : right,
    terms,
    about: [],
    diagnosis: fits ? null : 'wrong-direction',
    message: fits
      ? ''
      : `正文说“${relation.printed || WORDS[relation.is]}”，但${terms.map(termText).join('，')}，应为“${right}”。`,
    // 基本持平 has no sharp bound: whether 8 % is about equal is for the reader to say.
    ...(relation.is === 'about-equal' ? { severity: 'note' as const } : {}),
    places: relation.places,
  };
}

function budgetRelations(report: Report, at: ClaimAt): readonly Judgement[] {
  return at.claim.relations.flatMap((relation) => {
    if (relation.to.year !== 'current') return [];
    const amounts = amountsOf(report, at);
    const budgets = budgetsOf(report, at, relation.to.phase);
    if (amounts.length > 0 && budgets.length > 0) return [judgePair(report, at, relation, amounts, budgets)];
    return rateRelation(report, at, relation);
  });
}

/** No budget is printed, but a rate: 完成100% beside 大于预算数. A rate of nothing spent says nothing: 0/0 is printed as 0.00 %. */
function rateRelation(report: Report, at: ClaimAt, relation: Relation): readonly Judgement[] {
  const rate = claimTerm(at, 'completion');
  const value = rate && printedOf(rate);
  if (!rate || !value || relation.is === 'about-equal' || value.value === 0) return [];
  const is = isOf(value.value, 1_000_000);
  // 100.00 % may be rounded from a little more or less.
  const fits = is === relation.is || (is === 'equal' && relation.is !== 'equal' && value.step > 100);
  const message = `正文说“${relation.printed || WORDS[relation.is]}”，但${termText(rate)}。`;
  return [
    {
      subject: claimSubject(report, at),
      outcome: fits ? 'exact' : 'violation',
      measure: 'percent',
      left: relation.printed || WORDS[relation.is],
      right: termText(rate),
      terms: [rate],
      about: [],
      diagnosis: fits ? null : 'self-contradiction',
      message: fits ? '' : message,
      severity: 'warning',
      places: relation.places,
    },
  ];
}

/** Final amount and budget against the words 大于, 小于, 等于, 持平 (N05). */
export const relationBudget: Check = {
  id: 'relation/budget',
  zh: '决算数大于、小于、等于预算数的说法与两个金额一致',
  en: 'the words greater, less, equal agree with final amount and budget',
  severity: 'error',
  notApplicable: 'Only where the budget or a completion rate is printed; 基本持平 allows a small difference.',
  identities: () => [],
  judgements: (report) => claimsOf(report).flatMap((at) => budgetRelations(report, at)),
};

/** The year before against the words: 当年决算数等于上年决算数. */
function priorRelations(report: Report, at: ClaimAt): readonly Judgement[] {
  const base = at.claim.against?.year === 'prior' ? claimTerm(at, 'base') : null;
  const change = claimTerm(at, 'change');
  const amounts = amountsOf(report, at);
  return at.claim.relations.flatMap((relation) => {
    if (relation.to.year !== 'prior' || amounts.length === 0) return [];
    if (base !== null) return [judgePair(report, at, relation, amounts, [base])];
    const sign = signOfChange(at.claim, at.claim.numbers.change);
    if (change === null || (sign === null && !isZeroValue(change))) return [];
    const moved = (sign ?? 1) * Math.abs(printedOf(change)?.value ?? 0);
    const is = isOf(moved, 0);
    const fits = is === relation.is || (relation.is === 'about-equal' && moved === 0);
    const unsure = relation.is === 'about-equal' && moved !== 0;
    if (unsure) return [];
    const said = relation.printed || WORDS[relation.is];
    return [
      {
        subject: claimSubject(report, at),
        outcome: fits ? ('exact' as const) : ('violation' as const),
        measure: 'money' as const,
        left: said,
        right: WORDS[is],
        terms: [change],
        about: [],
        diagnosis: fits ? null : ('wrong-direction' as const),
        message: fits ? '' : `正文说“${said}”，但${termText(change)}，应为“${WORDS[is]}”。`,
        places: relation.places,
      },
    ];
  });
}

/** Amount and that of the year before against the words. */
export const relationPrior: Check = {
  id: 'relation/prior',
  zh: '本年数大于、小于、等于上年数的说法与增减额一致',
  en: 'the words greater, less, equal agree with the change from the year before',
  severity: 'error',
  notApplicable: 'Only where the value of the year before or the change is printed.',
  identities: () => [],
  judgements: (report) => claimsOf(report).flatMap((at) => priorRelations(report, at)),
};
