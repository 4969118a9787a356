import { isOpenReason } from '../../../normalize/narrative/open-reason.js';
import { partPath } from '../../../normalize/quantities.js';
import type { Report } from '../../../normalize/report.js';
import type { Check, Identity, Judgement, Term } from '../../check.js';
import { type ClaimAt, claimSubject, claimsOf, unquoted } from '../../claims.js';
import { type Evaluation, evaluate } from '../../identity.js';
import { quantityTerm } from '../../terms.js';
import { integerOf } from '../../value.js';
import { gapText, pathsOf, sideText, termText, valueText } from '../../wording.js';
import { changesOf, type OtherChange } from './other-change.js';
import { signedChange } from './signed-change.js';

const ID = 'change/parts';
/** Their parts are claims with a check of their own. */
const SUMMED: ReadonlySet<string> = new Set(['three-public', 'vehicle']);

/** The parts of a change that have an amount, with their signs: those of its reason, else the claims that 其中 lists behind it. */
function partTerms(report: Report, { claim, index }: ClaimAt): readonly Term[] {
  const own = claim.parts.flatMap(({ label, direction, change }, at): Term[] => {
    if (change === null) return [];
    const term = quantityTerm(partPath(index, at), unquoted(label), change);
    return [{ ...term, sign: direction === 'decrease' && (change.value ?? 0) >= 0 ? -1 : 1 }];
  });
  if (own.length > 0 || SUMMED.has(claim.subject)) return own;
  return claimsOf(report).flatMap((at): readonly Term[] => {
    const { partOf, numbers, section, paragraph } = at.claim;
    if (partOf !== index || numbers.amount !== undefined) return [];
    if (section !== claim.section || paragraph !== claim.paragraph) return [];
    const change = signedChange(at);
    return change === null ? [] : [change];
  });
}

const signedValue = (term: Term): number => term.sign * (integerOf(term.figure) ?? 0);

/** The reason has amounts that were not read as parts, parts without an amount, or ends in 等: what is missing may be among them. */
function isUnsure({ claim }: ClaimAt, parts: readonly Term[]): boolean {
  const isOpen = claim.parts.some(({ change, direction }) => change === null && direction !== 'unchanged');
  return isOpen || isOpenReason(claim.reason ?? '', parts.length) || hasParts(parts.map(signedValue));
}

/** One of the amounts is the sum of others beside it: they may be its own parts. */
function hasParts(values: readonly number[]): boolean {
  const isSumBehind = (all: readonly number[]) =>
    all.some((whole, at) => {
      let sum = all[at + 1] ?? 0;
      return all.slice(at + 2).some((value) => {
        sum += value;
        return sum === whole;
      });
    });
  return isSumBehind(values) || isSumBehind([...values].reverse());
}

/** All parts go the other way than the change. */
function isContradiction(change: Term, parts: readonly Term[]): boolean {
  return parts.every((part) => Math.sign(signedValue(part)) * Math.sign(signedValue(change)) < 0);
}

function outcomeOf(at: ClaimAt, change: Term, parts: readonly Term[], evaluation: Evaluation): Judgement['outcome'] {
  if (evaluation.outcome !== 'violation') return evaluation.outcome;
  if (isUnsure(at, parts)) return 'unresolved';
  // One amount beside a change is an example rather than a list.
  return parts.length > 1 || isContradiction(change, parts) ? 'violation' : 'not-applicable';
}

/** What may be behind a gap: the one other change that equals it, or the one that closes it in the place of a part. '' for neither, or for several. */
function explanation(report: Report, at: ClaimAt, parts: readonly Term[], gap: number): string {
  const named = parts.map(({ label }) => label);
  const left = changesOf(report, at, gap, named);
  if (left.length > 0) return left.length > 1 ? '' : `；所差正好等于${nameOf(left[0])}的增减额，可能没有列入`;
  const instead = parts.flatMap((part) =>
    changesOf(report, at, signedValue(part) + gap, []).map((other) => ({ part, other })),
  );
  const [one] = instead;
  if (one === undefined || instead.length > 1) return '';
  return `；如以${nameOf(one.other)}的增减额代替“${one.part.label}”，两边正好相等`;
}

function nameOf(change: OtherChange | undefined): string {
  const page = change?.places[0]?.page;
  return `“${change?.label ?? ''}”${page === undefined ? '' : `（第${page}页）`}`;
}

function messageOf(report: Report, at: ClaimAt, change: Term, identity: Identity, evaluation: Evaluation): string {
  const parts = identity.right;
  const way = signedValue(change) < 0 ? '增加' : '减少';
  const verdict = isContradiction(change, parts)
    ? `所列各项都是${way}，与变动方向相反，所列原因未穷尽`
    : '所列原因未穷尽';
  const sides = `${termText(change)} ≠ ${sideText(parts).trim()}`;
  const gap = gapText(report, { check: ID, identity, evaluation });
  return `${verdict}。${sides}；${gap}${explanation(report, at, parts, evaluation.gapFen ?? 0)}。`;
}

function judge(report: Report, at: ClaimAt): readonly Judgement[] {
  const change = signedChange(at);
  const parts = partTerms(report, at);
  if (change === null || parts.length === 0) return [];
  const subject = claimSubject(report, at, '增减额的构成');
  const identity: Identity = { subject, shape: 'balance', left: [change], right: parts, doubt: null };
  const evaluation = evaluate(identity);
  const outcome = outcomeOf(at, change, parts, evaluation);
  const holds = outcome === 'exact' || outcome === 'rounding';
  const terms = [change, ...parts];
  const text = (fen: number | null) => (fen === null ? '' : valueText(report, identity, fen));
  return [
    {
      subject,
      outcome,
      measure: 'money',
      left: text(evaluation.leftFen),
      right: text(evaluation.rightFen),
      terms,
      // A list of reasons need not be complete: a gap disputes nothing.
      about: holds ? pathsOf(terms) : [],
      diagnosis: null,
      message: outcome === 'violation' ? messageOf(report, at, change, identity, evaluation) : '',
    },
  ];
}

/** The parts of a change that the prose gives as its reason (N07). */
export const changeParts: Check = {
  id: ID,
  zh: '增减额 = 原因中所列各项增减额之和',
  en: 'change = sum of the changes that its reason lists',
  severity: 'note',
  notApplicable:
    'A reason need not be complete: one amount alone, or amounts of which not all are surely parts, say nothing by a gap.',
  identities: () => [],
  judgements: (report) => claimsOf(report).flatMap((at) => judge(report, at)),
};
