import type { Diagnosis, Report } from '../../normalize/report.js';
import { diagnoseAmounts } from '../diagnosis.js';
import { evaluate } from '../identity.js';
import { moneyText } from '../money-text.js';
import type { Evaluation } from '../outcome.js';
import { integerOf, measureOf, stepOf } from '../value.js';
import { sideText, termText } from '../wording.js';
import { budgetAgainstAccounts } from './budget.js';
import type { Pair, PairCheck, PairFinding, PairIdentity, PairResult, PairTerm } from './pair.js';
import { relate, type Unrelated } from './relate.js';
import { yearChain } from './year-chain.js';

/** Every check between two reports. */
export const PAIR_CHECKS: readonly PairCheck[] = [...yearChain, ...budgetAgainstAccounts];

/** What came of two reports: how they belong together, every outcome, and the findings. */
export interface Comparison {
  readonly pair: Pair;
  readonly checks: readonly PairResult[];
  readonly findings: readonly PairFinding[];
}

const termsOf = ({ left, right }: PairIdentity): readonly PairTerm[] => [...left, ...right];

function numbersOf(identity: PairIdentity): PairResult['numbers'] {
  return termsOf(identity).flatMap(({ side, path }) => (path === '' ? [] : [{ side, path }]));
}

function toResult(check: PairCheck, identity: PairIdentity, evaluation: Evaluation): PairResult {
  const numbers = numbersOf(identity);
  const { outcome, leftFen, rightFen, gapFen, slackFen } = evaluation;
  return {
    check: check.id,
    subject: identity.subject,
    outcome,
    measure: measureOf(termsOf(identity).find(({ figure }) => figure !== null)?.figure ?? null),
    left: null,
    right: null,
    leftFen,
    rightFen,
    gapFen,
    slackFen,
    figures: numbers.flatMap(({ side, path }) => (side === 'later' ? [path] : [])),
    numbers,
  };
}

function whyUndecided({ doubt, left, right }: PairIdentity, evaluation: Evaluation): string {
  if (evaluation.reason === 'doubt') return doubt ?? '';
  const culprits = [...left, ...right].filter(({ figure }) =>
    evaluation.reason === 'missing' ? figure === null : figure?.reading === 'unreadable',
  );
  return culprits.map(termText).join('、') || '数值无法比较';
}

/** What slip is behind two numbers that should be one. Where one side is a sum, no single slip explains it. */
function diagnose({ left, right }: PairIdentity): Diagnosis | null {
  const sides = [left, right].map((terms) => {
    const [only, ...others] = terms;
    const [value, step] = [integerOf(only?.figure ?? null), stepOf(only?.figure ?? null)];
    return others.length > 0 || value === null || step === null ? null : { side: only?.side, value, step };
  });
  const later = sides.find((side) => side?.side === 'later');
  const earlier = sides.find((side) => side?.side === 'earlier');
  return later && earlier ? diagnoseAmounts(later, earlier) : null;
}

function toFinding(check: PairCheck, identity: PairIdentity, evaluation: Evaluation): readonly PairFinding[] {
  const { outcome, gapFen, slackFen } = evaluation;
  if (outcome !== 'violation' && outcome !== 'unresolved') return [];
  const sides = `${sideText(identity.left)} ≠ ${sideText(identity.right)}`;
  const gap = `相差 ${moneyText(Math.abs(gapFen ?? 0), '万元')}（四舍五入最多能解释 ${moneyText(slackFen ?? 0, '万元')}）`;
  const message =
    outcome === 'violation'
      ? `“${check.zh}”不成立。${sides}；${gap}。`
      : `“${check.zh}”无法核对：${whyUndecided(identity, evaluation)}。${gapFen === null ? '' : `${sides}；${gap}。`}`;
  const diagnosis = outcome === 'violation' ? diagnose(identity) : null;
  const later = termsOf(identity).filter(({ side }) => side === 'later');
  return [
    {
      check: check.id,
      severity: outcome === 'violation' ? check.severity : 'note',
      message: `${identity.subject}：${message}`,
      places: later.flatMap(({ figure }) => figure?.places ?? []),
      figures: later.flatMap(({ path }) => (path === '' ? [] : [path])),
      numbers: numbersOf(identity),
      ...(diagnosis === null ? {} : { diagnosis }),
    },
  ];
}

/**
 * Compares two reports of one body, in whichever order they are given: a year apart, or budget and final accounts of one year. Findings
 * belong under the later report. {@link Unrelated} (without `pair`) where they may not be compared.
 */
export function compareReports(one: Report, other: Report): Comparison | Unrelated {
  const pair = relate(one, other);
  if (pair.kind === 'unrelated') return pair;
  const evaluated = PAIR_CHECKS.filter(({ relation }) => relation === pair.kind).flatMap((check) =>
    check.identities(pair).map((identity) => ({ check, identity, evaluation: evaluate(identity) })),
  );
  return {
    pair,
    checks: evaluated.map(({ check, identity, evaluation }) => toResult(check, identity, evaluation)),
    findings: evaluated.flatMap(({ check, identity, evaluation }) => toFinding(check, identity, evaluation)),
  };
}
