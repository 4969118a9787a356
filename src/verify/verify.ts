import type { Finding, Report } from '../normalize/report.js';
import type { Check, CheckResult, VerifiedReport } from './check.js';
import { CHECKS } from './checks/index.js';
import { checkFailed, findingsOf, roundingNotes } from './finding.js';
import { evaluate } from './identity.js';
import { type Evaluated, figureStatuses, withStatuses } from './status.js';

interface Run {
  readonly evaluated: readonly Evaluated[];
  readonly results: readonly CheckResult[];
  readonly findings: readonly Finding[];
}

function toResult({ check, identity, evaluation }: Evaluated): CheckResult {
  const { outcome, leftFen, rightFen, gapFen, slackFen } = evaluation;
  const figures = [...identity.left, ...identity.right].flatMap(({ path }) => (path === '' ? [] : [path]));
  return { check, subject: identity.subject, outcome, leftFen, rightFen, gapFen, slackFen, figures };
}

/** Runs one check. An exception inside it is kept as an unresolved result and a finding: a check that broke has not passed. */
function run(report: Report, check: Check): Run {
  try {
    const evaluated = check
      .identities(report)
      .map((identity) => ({ check: check.id, identity, evaluation: evaluate(identity) }));
    return { evaluated, results: evaluated.map(toResult), findings: findingsOf(report, check, evaluated) };
  } catch (error) {
    const none = { leftFen: null, rightFen: null, gapFen: null, slackFen: null, figures: [] };
    const result: CheckResult = { check: check.id, subject: check.zh, outcome: 'unresolved', ...none };
    return { evaluated: [], results: [result], findings: [checkFailed(check, error)] };
  }
}

/**
 * Whether a report adds up: every identity of every check with its outcome, findings for those that do not hold or could not be
 * decided (after the findings of reading), and a status on every figure. Never throws. `checks` is given by tests only.
 */
export function verify(report: Report, checks: readonly Check[] = CHECKS): VerifiedReport {
  const runs = checks.map((check) => run(report, check));
  const evaluated = runs.flatMap((one) => one.evaluated);
  return {
    ...withStatuses(report, figureStatuses(evaluated)),
    checks: runs.flatMap((one) => one.results),
    findings: [...report.findings, ...runs.flatMap((one) => one.findings), ...roundingNotes(report, evaluated)],
  };
}
