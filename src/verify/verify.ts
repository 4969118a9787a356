import type { Finding, Report } from '../normalize/report.js';
import type { Check, CheckResult, Judgement, VerifiedReport } from './check.js';
import { CHECKS } from './checks/index.js';
import { checkFailed, findingsOf, judgedFinding } from './finding.js';
import { type Hint, hintsFor } from './hint.js';
import { evaluate } from './identity.js';
import { roundingNotes } from './rounding.js';
import { withScanReserve } from './scan-reserve.js';
import { type Evaluated, figureStatuses, withStatuses } from './status.js';
import { measureOf } from './value.js';
import { pathsOf, termsOf, valueText } from './wording.js';

/** What one check found before anything is said about it. `error`: it broke. */
interface Run {
  readonly check: Check;
  readonly evaluated: readonly Evaluated[];
  readonly judgements: readonly Judgement[];
  readonly error: unknown;
}

const NO_MONEY = { leftFen: null, rightFen: null, gapFen: null, slackFen: null };

function toResult(report: Report, { check, identity, evaluation }: Evaluated): CheckResult {
  const { outcome, leftFen, rightFen, gapFen, slackFen } = evaluation;
  const terms = termsOf(identity);
  const measure = measureOf(terms.find(({ figure }) => figure !== null)?.figure ?? null);
  const figures = pathsOf(terms);
  const money = measure === 'money';
  const text = (value: number | null) => (money || value === null ? null : valueText(report, identity, value));
  const amounts = money ? { leftFen, rightFen, gapFen, slackFen } : NO_MONEY;
  return {
    check,
    subject: identity.subject,
    outcome,
    measure,
    left: text(leftFen),
    right: text(rightFen),
    ...amounts,
    figures,
  };
}

function judgedResult(check: string, { subject, outcome, measure, left, right, terms }: Judgement): CheckResult {
  return { check, subject, outcome, measure, left, right, ...NO_MONEY, figures: pathsOf(terms) };
}

/** Runs one check. One that breaks has found nothing, and has not passed. */
function run(report: Report, check: Check): Run {
  try {
    const evaluated = check
      .identities(report)
      .map((identity) => ({ check: check.id, identity, evaluation: evaluate(identity) }));
    return { check, evaluated, judgements: check.judgements?.(report) ?? [], error: null };
  } catch (error) {
    return { check, evaluated: [], judgements: [], error: error ?? 'unknown' };
  }
}

function resultsOf(report: Report, { check, evaluated, judgements, error }: Run): readonly CheckResult[] {
  if (error === null)
    return [
      ...evaluated.map((one) => toResult(report, one)),
      ...judgements.map((judgement) => judgedResult(check.id, judgement)),
    ];
  const broken = { outcome: 'unresolved', measure: 'money', left: null, right: null, figures: [] } as const;
  return [{ check: check.id, subject: check.zh, ...broken, ...NO_MONEY }];
}

/** What a check says. A fault in the words is a fault of the program as well, and told like one. */
function sayings(report: Report, one: Run, hints: ReadonlyMap<Evaluated, Hint>): readonly Finding[] {
  const { check, evaluated, judgements, error } = one;
  if (error !== null) return [checkFailed(check, error)];
  try {
    return [
      ...findingsOf(report, check, evaluated, hints),
      ...judgements.flatMap((judgement) => judgedFinding(check, judgement)),
    ];
  } catch (fault) {
    return [checkFailed(check, fault)];
  }
}

/**
 * Whether a report adds up: every identity of every check with its outcome, findings for those that do not hold or could not be
 * decided (after the findings of reading), and a status on every figure and quantity. Never throws. `checks` is given by tests only.
 */
export function verify(report: Report, checks: readonly Check[] = CHECKS): VerifiedReport {
  const runs = checks.map((check) => run(report, check));
  const evaluated = runs.flatMap((one) => one.evaluated);
  const judgements = runs.flatMap((one) => one.judgements);
  const hints = hintsFor(report, evaluated);
  return {
    ...withStatuses(report, figureStatuses(evaluated, judgements)),
    checks: runs.flatMap((one) => resultsOf(report, one)),
    findings: [
      ...report.findings,
      ...withScanReserve(
        report,
        runs.flatMap((one) => sayings(report, one, hints)),
      ),
      ...roundingNotes(report, evaluated),
    ],
  };
}
