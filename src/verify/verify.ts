import type { Finding, Report } from '../normalize/report.js';
import type { Check, CheckResult, Judgement, VerifiedReport } from './check.js';
import { CHECKS } from './checks/index.js';
import { checkFailed, findingsOf, judgedFinding, roundingNotes } from './finding.js';
import { evaluate } from './identity.js';
import { type Evaluated, figureStatuses, withStatuses } from './status.js';
import { measureOf } from './value.js';
import { pathsOf, termsOf, valueText } from './wording.js';

interface Run {
  readonly evaluated: readonly Evaluated[];
  readonly judgements: readonly Judgement[];
  readonly results: readonly CheckResult[];
  readonly findings: readonly Finding[];
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

/** Runs one check. An exception inside it is kept as an unresolved result and a finding: a check that broke has not passed. */
function run(report: Report, check: Check): Run {
  try {
    const evaluated = check
      .identities(report)
      .map((identity) => ({ check: check.id, identity, evaluation: evaluate(identity) }));
    const judgements = check.judgements?.(report) ?? [];
    return {
      evaluated,
      judgements,
      results: [
        ...evaluated.map((one) => toResult(report, one)),
        ...judgements.map((judgement) => judgedResult(check.id, judgement)),
      ],
      findings: [
        ...findingsOf(report, check, evaluated),
        ...judgements.flatMap((judgement) => judgedFinding(check, judgement)),
      ],
    };
  } catch (error) {
    const result: CheckResult = {
      check: check.id,
      subject: check.zh,
      outcome: 'unresolved',
      measure: 'money',
      left: null,
      right: null,
      ...NO_MONEY,
      figures: [],
    };
    return { evaluated: [], judgements: [], results: [result], findings: [checkFailed(check, error)] };
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
  return {
    ...withStatuses(report, figureStatuses(evaluated, judgements)),
    checks: runs.flatMap((one) => one.results),
    findings: [...report.findings, ...runs.flatMap((one) => one.findings), ...roundingNotes(report, evaluated)],
  };
}
