import type { Finding, Report } from '../normalize/report.js';

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
