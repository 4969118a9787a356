import type { Claim, Fact } from '../../../../src/normalize/narrative/claim.js';
import type { Finding, Report } from '../../../../src/normalize/report.js';
import type { Check } from '../../../../src/verify/check.js';
import { verify } from '../../../../src/verify/verify.js';
import { report } from '../../../support/statement-factory.js';

/** A report with this prose, and what the overrides say. */
export function prose(
  claims: readonly Claim[],
  rest: Partial<Report> & { readonly facts?: readonly Fact[] } = {},
): Report {
  return { ...report(), claims, ...rest };
}

/** The outcomes of one check on a report, in order. */
export function outcomes(check: Check, on: Report): readonly string[] {
  return verify(on, [check])
    .checks.filter((result) => result.check === check.id)
    .map(({ outcome }) => outcome);
}

/** The findings of one check on a report. */
export function findings(check: Check, on: Report): readonly Finding[] {
  return verify(on, [check]).findings.filter((finding) => finding.check === check.id);
}

/** Severity and diagnosis of the findings of one check: 'error wrong-base'. */
export function verdicts(check: Check, on: Report): readonly string[] {
  return findings(check, on).map(({ severity, diagnosis }) => [severity, diagnosis].filter(Boolean).join(' '));
}
