import type { Figure, Quantity } from '../normalize/printed.js';
import type { Identity, Term } from './check.js';
import type { Evaluation, Unresolved } from './outcome.js';
import { integerOf, measureOf, stepOf } from './value.js';

export type { Evaluation, Outcome } from './outcome.js';

function notEvaluated(outcome: 'not-applicable' | 'unresolved', reason: Unresolved | null): Evaluation {
  return { outcome, reason, leftFen: null, rightFen: null, gapFen: null, slackFen: null };
}

/** Fen of a readable figure. Blank and dash count as 0 in these forms (forms-and-identities 1.12). */
function fenOf(term: Term): number {
  return integerOf(term.figure) ?? 0;
}

function isUnreadable(figure: Figure | Quantity): boolean {
  return figure.reading === 'unreadable' || (figure.reading === 'amount' && integerOf(figure) === null);
}

function isEmpty(term: Term): boolean {
  return term.figure?.reading === 'blank' || term.figure?.reading === 'dash';
}

function sideFen(terms: readonly Term[]): number {
  return terms.reduce((sum, term) => sum + term.sign * fenOf(term), 0);
}

/** Things, people and marks are counted, not rounded: 5 vehicles are not 2 + 1 + 1 (forms-and-identities 2.0, E0). */
function isRounded({ figure }: Term): boolean {
  const measure = measureOf(figure);
  return measure === 'money' || measure === 'percent';
}

/**
 * Twice the slack, so that odd steps stay integers: each non-zero printed value stands for half its step each way.
 * A printed zero adds nothing: in these forms it is "there is none", and counting 26 zero rows would hide real errors.
 */
function doubledSlack(identity: Identity): number {
  const steps = [...identity.left, ...identity.right]
    .filter((term) => fenOf(term) !== 0 && isRounded(term))
    .map((term) => stepOf(term.figure) ?? 0);
  if (identity.shape === 'repeated') return 2 * Math.max(0, ...steps);
  if (identity.shape !== 'same-fact') return steps.reduce((sum, step) => sum + step, 0);
  return new Set(steps).size > 1 ? Math.max(...steps) : 0;
}

/** A total smaller than its largest part, no part negative: the sign of a misreading (forms-and-identities 2.1, Z.1). */
function isTotalBelowPart(identity: Identity): boolean {
  if (identity.shape !== 'sum') return false;
  const parts = identity.right.map((term) => term.sign * fenOf(term));
  return parts.every((fen) => fen >= 0) && sideFen(identity.left) < Math.max(...parts);
}

/**
 * Evaluates an identity as sums of intervals, in integers. Exact when the printed values add up; rounding when the gap is not
 * larger than the added half-steps; else a violation. Not applicable when every cell is blank, or when
 * there are no parts and no doubt that some were lost.
 * Unresolved, never passed, when a figure is missing or unreadable, or when a gap has a better explanation than bad accounts.
 */
export function evaluate(identity: Identity): Evaluation {
  if (identity.right.length === 0)
    return identity.doubt === null ? notEvaluated('not-applicable', null) : notEvaluated('unresolved', 'doubt');
  const terms = [...identity.left, ...identity.right];
  if (terms.some((term) => term.figure === null)) return notEvaluated('unresolved', 'missing');
  if (terms.some((term) => term.figure !== null && isUnreadable(term.figure)))
    return notEvaluated('unresolved', 'unreadable');
  if (terms.every(isEmpty)) return notEvaluated('not-applicable', null);

  const leftFen = sideFen(identity.left);
  const rightFen = sideFen(identity.right);
  const gapFen = leftFen - rightFen;
  const doubled = doubledSlack(identity);
  if (![leftFen, rightFen, 2 * gapFen, doubled].every(Number.isSafeInteger))
    return notEvaluated('unresolved', 'too-large');
  const sums = { leftFen, rightFen, gapFen, slackFen: Math.floor(doubled / 2) };
  if (gapFen === 0) return { outcome: 'exact', reason: null, ...sums };
  if (2 * Math.abs(gapFen) <= doubled) return { outcome: 'rounding', reason: null, ...sums };
  if (identity.doubt !== null) return { outcome: 'unresolved', reason: 'doubt', ...sums };
  if (isTotalBelowPart(identity)) return { outcome: 'unresolved', reason: 'total-below-part', ...sums };
  return { outcome: 'violation', reason: null, ...sums };
}

/**
 * How often each figure counts in left minus right, by path. A figure with 0 stands on both sides and cancels out:
 * the identity says nothing about it.
 */
export function coefficients(identity: Identity): ReadonlyMap<string, number> {
  const sums = new Map<string, number>();
  const add = (term: Term, side: 1 | -1) => {
    if (term.path !== '') sums.set(term.path, (sums.get(term.path) ?? 0) + side * term.sign);
  };
  for (const term of identity.left) add(term, 1);
  for (const term of identity.right) add(term, -1);
  return sums;
}
