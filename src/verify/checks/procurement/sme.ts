import type { ClaimSubject } from '../../../normalize/narrative/claim.js';
import type { Report } from '../../../normalize/report.js';
import type { Check, Judgement, Term } from '../../check.js';
import { type ClaimAt, claimSubject, claimsOf, claimTerm, printedOf } from '../../claims.js';
import { termText } from '../../wording.js';
import { bestOf, rateJudgement, rateSlip, ratios } from '../change/rate-judgement.js';
import { siblingOf } from './total.js';

type Find = (subject: ClaimSubject) => Term | null;

function amounts(report: Report, at: ClaimAt): Find {
  return (subject) => {
    const found = siblingOf(report, at, subject);
    return found === undefined ? null : claimTerm(found, 'amount');
  };
}

/** What may not be more than what. Contracts with micro firms are contracts with small and medium ones. */
const AT_MOST: readonly (readonly [parts: readonly ClaimSubject[], whole: ClaimSubject])[] = [
  [['procurement-sme'], 'procurement'],
  [['procurement-micro'], 'procurement-sme'],
  [['procurement-sme-won', 'procurement-other-sme-won'], 'procurement'],
];

/** Soft ones: a contract may cost more than the budget reserved for it, and forms differ on whether the reserves overlap. */
const SOFT: readonly (readonly [parts: readonly ClaimSubject[], whole: ClaimSubject])[] = [
  [['procurement-sme-won'], 'procurement-reserved-sme'],
  [['procurement-micro-won'], 'procurement-reserved-micro'],
  [['procurement-reserved-sme'], 'procurement'],
];

function atMost(subject: string, parts: readonly Term[], whole: Term, isSoft: boolean): Judgement | null {
  const values = parts.map(printedOf);
  const limit = printedOf(whole);
  if (limit === null || values.some((value) => value === null)) return null;
  const sum = values.reduce((all, value) => all + (value?.value ?? 0), 0);
  const slack = values.reduce((all, value) => all + (value?.step ?? 0), limit.step);
  const holds = 2 * (sum - limit.value) <= slack;
  const left = parts.map(termText).join(' + ');
  return {
    subject,
    outcome: holds ? 'exact' : 'violation',
    measure: 'money',
    left,
    right: termText(whole),
    terms: [...parts, whole],
    about: holds ? [] : parts.map(({ path }) => path),
    diagnosis: null,
    message: holds ? '' : `${left}，大于${termText(whole)}。`,
    severity: isSoft ? 'note' : 'error',
  };
}

function limits(report: Report, at: ClaimAt): readonly Judgement[] {
  const find = amounts(report, at);
  const subject = claimSubject(report, at);
  const judge = (rules: typeof AT_MOST, isSoft: boolean) =>
    rules.flatMap(([subjects, wholeSubject]) => {
      const parts = subjects.flatMap((one) => find(one) ?? []);
      const whole = find(wholeSubject);
      if (whole === null || parts.length !== subjects.length) return [];
      return atMost(subject, parts, whole, isSoft) ?? [];
    });
  return [...judge(AT_MOST, false), ...judge(SOFT, true)];
}

/** What a share of procurement may be a share of. Of 小微 the older national form takes the total, Fujian the 中小 amount. */
const WHOLES: Readonly<Partial<Record<ClaimSubject, readonly ClaimSubject[]>>> = {
  'procurement-goods': ['procurement'],
  'procurement-works': ['procurement'],
  'procurement-services': ['procurement'],
  'procurement-sme': ['procurement'],
  'procurement-micro': ['procurement-sme', 'procurement'],
  'procurement-sme-goods': ['procurement-goods', 'procurement-sme'],
  'procurement-sme-works': ['procurement-works', 'procurement-sme'],
  'procurement-sme-services': ['procurement-services', 'procurement-sme'],
  'procurement-reserved-micro': ['procurement-reserved-sme', 'procurement'],
  'procurement-reserved-sme': ['procurement'],
};

function share(report: Report, at: ClaimAt): readonly Judgement[] {
  const term = claimTerm(at, 'share');
  const [printed, part] = [term && printedOf(term), claimTerm(at, 'amount')];
  const wholes = WHOLES[at.claim.subject]?.flatMap((subject) => amounts(report, at)(subject) ?? []) ?? [];
  if (!term || !printed || part === null) return [];
  const best = bestOf(printed, ratios([part], wholes));
  if (best === undefined) return [];
  const diagnosis = rateSlip(printed, best);
  return [rateJudgement({ ...best, subject: claimSubject(report, at), term, printed, diagnosis })];
}

const KINDS = ['goods', 'works', 'services'] as const;

/** SME = goods · share + works · share + services · share, each share known to half its last place. */
function byKind(report: Report, at: ClaimAt): readonly Judgement[] {
  const find = amounts(report, at);
  const sme = find('procurement-sme');
  const kinds = KINDS.map((kind) => {
    const claim = siblingOf(report, at, `procurement-sme-${kind}`);
    return { amount: find(`procurement-${kind}`), share: claim === undefined ? null : claimTerm(claim, 'share') };
  });
  const target = sme && printedOf(sme);
  if (!sme || !target) return [];
  let [low, high] = [0n, 0n];
  const terms: Term[] = [];
  for (const { amount, share: rate } of kinds) {
    const [a, p] = [amount && printedOf(amount), rate && printedOf(rate)];
    if (!amount || !rate || !a || !p) return [];
    low += BigInt(2 * a.value - a.step) * BigInt(Math.max(0, 2 * p.value - p.step));
    high += BigInt(2 * a.value + a.step) * BigInt(2 * p.value + p.step);
    terms.push(amount, rate);
  }
  // Both factors are doubled, and a share of 1 is 1 000 000.
  const scale = 4_000_000n;
  const holds = scale * BigInt(target.value + target.step) >= low && scale * BigInt(target.value - target.step) <= high;
  const numbers = terms.map(termText).join('，');
  return [
    {
      subject: claimSubject(report, at),
      outcome: holds ? 'exact' : 'violation',
      measure: 'money',
      left: termText(sme),
      right: numbers,
      terms: [sme, ...terms],
      about: terms.filter((_, index) => index % 2 === 1).map(({ path }) => path),
      diagnosis: null,
      message: holds ? '' : `${termText(sme)}，与货物、工程、服务各自的占比不符：${numbers}。`,
      severity: 'warning',
    },
  ];
}

/** Contracts with small and medium enterprises (forms-and-identities 2.4). */
export const procurementSme: Check = {
  id: 'procurement/sme',
  zh: '授予中小企业合同金额 ≤ 采购总额，授予小微企业 ≤ 授予中小企业，占比与金额一致',
  en: 'contracts with small and medium enterprises: no more than procurement, and their shares recomputed',
  severity: 'error',
  notApplicable:
    'The share of 小微 may be one of the 中小 amount or of the total; the one that fits is taken. Reserves are budgets: more won than reserved is a note.',
  identities: () => [],
  judgements: (report) =>
    claimsOf(report).flatMap((at) => [
      ...(at.claim.subject === 'procurement' ? [...limits(report, at), ...byKind(report, at)] : []),
      ...(at.claim.subject.startsWith('procurement') ? share(report, at) : []),
    ]),
};
