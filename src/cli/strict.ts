import type { Finding } from '../normalize/report.js';
import type { CheckResult } from '../verify/check.js';

/**
 * Whether `--strict` fails a report: a check fails, and what it tells is an error or a warning. A note (a blank of the form, an
 * unusual but possible figure) fails nothing.
 */
export function failsStrictly(
  checks: readonly Pick<CheckResult, 'check' | 'outcome'>[],
  findings: readonly Pick<Finding, 'check' | 'severity'>[],
): boolean {
  const failing = new Set(checks.filter(({ outcome }) => outcome === 'violation').map(({ check }) => check));
  return findings.some(({ check, severity }) => severity !== 'note' && failing.has(check));
}
