import type { OcrReading } from '../../extract/document.js';
import { isAgreed, isSameText, secondReading } from '../agreement.js';
import { coefficients } from '../identity.js';
import { confusions } from './confusions.js';
import { amountsOf, type Explanation, outcomeWith } from './explain.js';
import type { Change } from './model.js';
import type { Problem, Row } from './problem.js';
import { rankOf } from './rank.js';

/** A change that may be made, with the identities that only the new amount satisfies. */
export interface Accepted {
  readonly change: Change;
  readonly support: readonly Row[];
}

const holds = (outcome: string) => outcome === 'exact' || outcome === 'rounding' || outcome === 'not-applicable';

/** The changes that every explanation makes. None where the search was cut short: another could be as cheap. */
function certainChanges({ ways, isComplete }: Explanation): readonly Change[] {
  const [first = [], ...others] = ways;
  if (!isComplete) return [];
  return first.filter(({ path, amount }) =>
    others.every((way) => way.some((one) => one.path === path && one.amount.fen === amount.fen)),
  );
}

/**
 * How many independent identities must speak for a change: one where another engine read that amount, two where the readings are doubtful or cannot be read, three
 * where no misreading explains it or two engines read the same picture alike, but it was so bad that the first one nearly read that amount. `null`: never,
 * since two engines read the same, or the only one was sure: the report itself may say so.
 */
function neededSupport(problem: Problem, { path, candidate }: Change): number | null {
  const image = problem.images.get(path);
  const readings = image?.figure.readings ?? [];
  const [first] = readings;
  if (first === undefined) return null;
  if (isAgreed(readings)) return isDoubtful(first, candidate) ? 3 : null;
  const second = secondReading(readings);
  if (candidate?.reading && candidate.reading.engine !== first.engine) return 1;
  const isUnreadable = image?.figure.reading === 'unreadable';
  const isDisputed = second !== undefined && !isSameText(first.text, second.text);
  if (!isUnreadable && !isDisputed && first.confidence >= confusions().acceptance.sureFrom) return null;
  return candidate === null && !isUnreadable ? 3 : 2;
}

/** Whether what two engines agree on is no proof: below a stamp they see the same blot, and a slip of the author is clear to see. */
function isDoubtful(first: OcrReading, candidate: Change['candidate']): boolean {
  const isOwnAlternative = candidate?.reading?.engine === first.engine;
  return isOwnAlternative && first.confidence < confusions().acceptance.agreedBelow;
}

/** Of the changes that every explanation makes, those that stand on enough independent identities and leave none of theirs broken. */
export function acceptedChanges(problem: Problem, explanation: Explanation): readonly Accepted[] {
  let changes = certainChanges(explanation).filter((change) => neededSupport(problem, change) !== null);
  while (changes.length > 0) {
    const amounts = amountsOf(changes);
    const judged = changes.map((change) => judge(problem, change, amounts));
    const kept = judged.filter(({ isWhole, isSupported }) => isWhole && isSupported);
    const rows = [...new Set(kept.flatMap(({ support }) => support))];
    const needed = kept.reduce((sum, { needed: one }) => sum + one, 0);
    if (kept.length === changes.length)
      return rank(rows) >= needed ? kept.map(({ change, support }) => ({ change, support })) : [];
    changes = kept.map(({ change }) => change);
  }
  return [];
}

const rank = (rows: readonly Row[]) => rankOf(rows.map(({ evaluated }) => coefficients(evaluated.identity)));

function judge(problem: Problem, change: Change, amounts: ReturnType<typeof amountsOf>) {
  const rows = problem.rowsByPath.get(change.path) ?? [];
  const support = rows.filter((row) => isSupport(problem, row, change, amounts));
  const needed = neededSupport(problem, change) ?? Number.POSITIVE_INFINITY;
  const hard = support.filter(({ kind }) => kind === 'hard');
  return {
    change,
    support,
    needed,
    isWhole: rows.every((row) => row.kind === 'soft' || holds(outcomeWith(row, amounts))),
    isSupported: hard.length > 0 && rank(support) >= needed,
  };
}

/**
 * An identity that fails without the change and is exact with it. One that holds within rounding then says something too where another engine
 * read the amount and both readings have the same last digits: those that rounding would hide.
 */
function isSupport(problem: Problem, row: Row, change: Change, amounts: ReturnType<typeof amountsOf>): boolean {
  if (row.state === 'exact') return false;
  const outcome = outcomeWith(row, amounts);
  if (outcome === 'exact') return true;
  if (outcome !== 'rounding' || row.state !== 'failing' || neededSupport(problem, change) !== 1) return false;
  let hidden = 1;
  while (hidden <= 2 * row.slack) hidden *= 10;
  return (change.amount.fen - (problem.cellAt(change.path)?.value ?? 0)) % hidden === 0;
}
