import type { Claim, ClaimRole } from '../../../normalize/narrative/claim.js';
import type { Report } from '../../../normalize/report.js';
import type { Check, Judgement, Term } from '../../check.js';
import {
  type ClaimAt,
  claimSubject,
  claimsOf,
  claimTerm,
  isSameSubject,
  printedOf,
  signOfChange,
} from '../../claims.js';
import { termText } from '../../wording.js';

/** Whether two terms can be the same value before rounding. */
function mayAgree(a: Term, b: Term): boolean {
  const [left, right] = [printedOf(a), printedOf(b)];
  if (left === null || right === null) return true;
  return 2 * Math.abs(left.value - right.value) <= left.step + right.step;
}

function isSameComparison(a: Claim, b: Claim): boolean {
  const [left, right] = [a.against, b.against];
  return left !== null && right !== null && left.year === right.year && left.phase === right.phase;
}

function judgement(report: Report, a: ClaimAt, [left, right]: readonly [Term, Term], isSoft: boolean): Judgement {
  const agrees = mayAgree(left, right);
  return {
    subject: claimSubject(report, a),
    outcome: agrees ? 'exact' : 'violation',
    measure: 'money',
    left: termText(left),
    right: termText(right),
    terms: [left, right],
    about: agrees ? [] : [left.path, right.path],
    diagnosis: agrees ? null : 'self-contradiction',
    message: agrees ? '' : `同一事项在正文中有两个不同的数：${termText(left)}，${termText(right)}。`,
    ...(isSoft ? { severity: 'note' as const } : {}),
  };
}

/** Amounts that repeat a cell are compared with the cell; a second finding for the pair would say nothing new. */
function isTied({ claim }: ClaimAt, role: ClaimRole): boolean {
  return (claim.figures[role] ?? []).length > 0;
}

function amountPair(report: Report, a: ClaimAt, b: ClaimAt): readonly Judgement[] {
  if (a.claim.phase !== b.claim.phase || a.claim.year !== b.claim.year) return [];
  const [left, right] = [claimTerm(a, 'amount'), claimTerm(b, 'amount')];
  if (left === null || right === null || (isTied(a, 'amount') && isTied(b, 'amount'))) return [];
  return [judgement(report, a, [left, right], false)];
}

function changePair(report: Report, a: ClaimAt, b: ClaimAt): readonly Judgement[] {
  if (a.claim.phase !== b.claim.phase || !isSameComparison(a.claim, b.claim)) return [];
  const [left, right] = [claimTerm(a, 'change'), claimTerm(b, 'change')];
  return left === null || right === null ? [] : [judgement(report, a, [left, right], false)];
}

/** The accounts of fiscal money, which are one account where a budget knows neither carry-over nor another fund. */
const FISCAL = new Set([
  'fiscal-grand-total',
  'fiscal-revenue-grand-total',
  'fiscal-expenditure-grand-total',
  'fiscal-expenditure',
  'general-budget-expenditure',
]);

function isFiscal({ subject, row }: Claim): boolean {
  return FISCAL.has(subject) || (subject === 'revenue-source' && (row === 'fiscal' || row === 'general-budget'));
}

/** Fiscal totals of one budget that have the same amount but not the same change. Another fund in the year before may explain it. */
function fiscalPairs(report: Report): readonly Judgement[] {
  if (report.kind !== 'budget') return [];
  const all = claimsOf(report).filter(({ claim }) => isFiscal(claim) && claim.year === 'current');
  const [first, ...others] = all.filter((at) => (claimTerm(at, 'amount') && claimTerm(at, 'change')) !== null);
  if (first === undefined) return [];
  const odd = others.find((at) => {
    const [amounts, changes] = [pairOf(first, at, 'amount'), pairOf(first, at, 'change')];
    if (amounts === null || changes === null || isSameSubject(first.claim, at.claim)) return false;
    const sameWay = signOfChange(first.claim, undefined) === signOfChange(at.claim, undefined);
    return sameWay && isSameComparison(first.claim, at.claim) && mayAgree(...amounts) && !mayAgree(...changes);
  });
  const pair = odd === undefined ? null : pairOf(first, odd, 'change');
  return pair === null ? [] : [judgement(report, first, pair, true)];
}

function pairOf(a: ClaimAt, b: ClaimAt, role: ClaimRole): readonly [Term, Term] | null {
  const [left, right] = [claimTerm(a, role), claimTerm(b, role)];
  return left === null || right === null ? null : [left, right];
}

/** Families whose member is not known, and funds of several stages of performance management, may well differ. */
function isOneThing({ subject, row, code }: Claim): boolean {
  if (subject === 'other' || subject === 'performance-funds') return false;
  const isFamily = subject.endsWith('-function') || subject === 'revenue-source' || subject === 'expenditure-use';
  return !isFamily || row !== null || code !== null;
}

function pairs(report: Report): readonly Judgement[] {
  const claims = claimsOf(report).filter(({ claim }) => isOneThing(claim));
  return claims.flatMap((a, at) => {
    const b = claims
      .slice(at + 1)
      .find((other) => isSameSubject(a.claim, other.claim) && a.claim.bothSides === other.claim.bothSides);
    return b === undefined ? [] : [...amountPair(report, a, b), ...changePair(report, a, b)];
  });
}

/** The same subject told twice with different numbers. */
export const narrativeTwoAmounts: Check = {
  id: 'narrative/two-amounts',
  zh: '正文两处说的同一金额应当相同',
  en: 'two statements of the prose about the same amount agree',
  severity: 'warning',
  notApplicable: 'Amounts that repeat a cell of a table are compared with the cell instead.',
  identities: () => [],
  judgements: (report) => [...pairs(report), ...fiscalPairs(report)],
};
