import type { ClaimSubject, FactKind } from '../../../normalize/narrative/claim.js';
import type { Report } from '../../../normalize/report.js';
import type { Check, Judgement, Term } from '../../check.js';
import { amountsOf, claimsOf, isZeroValue } from '../../claims.js';
import { factSubject, factsOf, factTerm } from '../../facts.js';
import { integerOf } from '../../value.js';
import { termText } from '../../wording.js';

/** The final amount, or in a budget the plan, of a subject: the first that the prose states. */
function amountOf(report: Report, subject: ClaimSubject): Term | null {
  const wanted = report.kind === 'budget' ? 'approved' : 'executed';
  const own = claimsOf(report).find(
    ({ claim }) =>
      claim.subject === subject && claim.year === 'current' && (claim.phase === wanted || claim.phase === null),
  );
  return own === undefined ? null : (amountsOf(report, own).at(-1) ?? null);
}

/** Counts that are not zero ⇔ money that is not zero. */
function together(report: Report, kinds: readonly FactKind[], subject: ClaimSubject): readonly Judgement[] {
  const facts = factsOf(report, ...kinds);
  const counts = facts.flatMap((at) => factTerm(at) ?? []);
  const money = amountOf(report, subject);
  const [first] = facts;
  if (money === null || first === undefined || counts.length === 0) return [];
  const some = counts.filter((term) => !isZeroValue(term));
  const spent = !isZeroValue(money);
  const holds = spent === some.length > 0;
  const shown = some.length > 0 ? some : counts;
  const message = spent
    ? `有金额而数量为零：${termText(money)}，${shown.map(termText).join('，')}。`
    : `有数量而金额为零：${shown.map(termText).join('，')}，${termText(money)}。`;
  return [
    {
      subject: factSubject(report, first),
      outcome: holds ? 'exact' : 'violation',
      measure: 'count',
      left: shown.map(termText).join('，'),
      right: termText(money),
      terms: [...shown, money],
      about: [],
      diagnosis: null,
      message: holds ? '' : message,
    },
  ];
}

/** One count is no more than another; only where both are printed once. */
function atMost(report: Report, small: FactKind, large: FactKind, words: string): readonly Judgement[] {
  const [a, b] = [factsOf(report, small), factsOf(report, large)];
  const [first] = a;
  const [left, right] = [first && factTerm(first), b[0] && factTerm(b[0])];
  if (first === undefined || !left || !right || a.length > 1 || b.length > 1) return [];
  const holds = (integerOf(left.figure) ?? 0) <= (integerOf(right.figure) ?? 0);
  return [
    {
      subject: factSubject(report, first),
      outcome: holds ? 'exact' : 'violation',
      measure: 'count',
      left: termText(left),
      right: termText(right),
      terms: [left, right],
      about: [],
      diagnosis: null,
      message: holds ? '' : `${words}：${termText(left)}，${termText(right)}。`,
    },
  ];
}

/** Counts of the “三公” prose against its money (forms-and-identities 2.4). */
export const counts: readonly Check[] = [
  {
    id: 'counts/abroad',
    zh: '有出国（境）团组或人次，就有因公出国（境）费，反之亦然',
    en: 'groups or persons abroad if and only if there is money for it',
    severity: 'warning',
    notApplicable:
      'A group may be paid by another body (由区统筹安排); money may be paid in a later year than the journey.',
    identities: () => [],
    judgements: (report) => together(report, ['abroad-groups', 'abroad-joint-groups', 'abroad-persons'], 'abroad'),
  },
  {
    id: 'counts/vehicles',
    zh: '购置了公务用车，就有购置费，反之亦然',
    en: 'vehicles bought if and only if there is money for buying',
    severity: 'warning',
    notApplicable: 'Payments may fall into another year than the purchase.',
    identities: () => [],
    judgements: (report) => together(report, ['vehicles-bought'], 'vehicle-purchase'),
  },
  {
    id: 'counts/reception',
    zh: '有接待批次，就有公务接待费；批次不多于人次，外事接待不多于全部接待',
    en: 'receptions if and only if there is money; no more batches than persons, no more foreign than all',
    severity: 'warning',
    notApplicable: 'Only where the counts are printed.',
    identities: () => [],
    judgements: (report) => [
      ...together(report, ['reception-batches', 'reception-persons'], 'reception'),
      ...atMost(report, 'reception-batches', 'reception-persons', '接待批次多于人次'),
      ...atMost(report, 'reception-foreign-batches', 'reception-batches', '外事接待批次多于全部批次'),
      ...atMost(report, 'reception-foreign-persons', 'reception-persons', '外事接待人次多于全部人次'),
    ],
  },
];
