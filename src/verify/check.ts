import type { Figure, Finding, Report, Severity } from '../normalize/report.js';

/** What came of one identity. `exact`: the printed values add up. `rounding`: within the added half-steps. */
export type Outcome = 'exact' | 'rounding' | 'violation' | 'not-applicable' | 'unresolved';

/** The evaluation of one identity on one report. Kept also when it holds. Money in fen. */
export interface CheckResult {
  /** Stable id `family/subject`. */
  readonly check: string;
  /** What it was evaluated on, for people: 支出决算表, 208 社会保障和就业支出, 基本支出. */
  readonly subject: string;
  readonly outcome: Outcome;
  readonly leftFen: number | null;
  readonly rightFen: number | null;
  /** left - right. */
  readonly gapFen: number | null;
  /** The added half-steps of all that took part: the largest gap that rounding explains. */
  readonly slackFen: number | null;
  /** Paths `<statement>/<row>/<column key>` of the figures that took part: the left side first. */
  readonly figures: readonly string[];
}

/** A report whose figures carry their status, with every outcome. */
export interface VerifiedReport extends Report {
  readonly checks: readonly CheckResult[];
  readonly findings: readonly Finding[];
}

/** One figure of an identity. `figure` is `null` where the table should have it and has not: never taken for zero. */
export interface Term {
  readonly sign: 1 | -1;
  /** Row label or column header as printed, for people. */
  readonly label: string;
  /** `<statement>/<row>/<column key>`, indexes from 0; '' for a missing figure. */
  readonly path: string;
  readonly figure: Figure | null;
}

/**
 * `sum`: the left side is one total, the right side its parts. `balance`: two sides of an account, each may have several terms.
 * `same-fact`: the same amount printed twice, which independent rounding cannot tear apart (forms-and-identities 2.0, E0).
 */
export type Shape = 'sum' | 'balance' | 'same-fact';

/** left terms = right terms, on certain figures of a report. */
export interface Identity {
  /** What it is about, for people: 支出决算表，208 社会保障和就业支出，基本支出. */
  readonly subject: string;
  readonly shape: Shape;
  readonly left: readonly Term[];
  /** Empty when the total is printed without parts. */
  readonly right: readonly Term[];
  /** Why a gap could not be called a violation (a row that was not recognised may be a part); `null` for no doubt. */
  readonly doubt: string | null;
}

/**
 * One check: an accounting identity that the form itself promises. A family of them is one file in `checks/`.
 * `identities` finds every place of a report where it can be evaluated; none when the report has no such table.
 */
export interface Check {
  /** Stable id `family/subject`; its page is docs/checks/<family>-<subject>.md. */
  readonly id: string;
  /** The identity in the field's own words. */
  readonly zh: string;
  readonly en: string;
  /** Severity of a violation. */
  readonly severity: Severity;
  /** When it is not evaluated, or when a failure is legitimate; one sentence for people. */
  readonly notApplicable: string;
  readonly identities: (report: Report) => readonly Identity[];
}
