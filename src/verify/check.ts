import type { Place } from '../extract/place.js';
import type { Measure, Quantity } from '../normalize/printed.js';
import type { Diagnosis, Figure, Finding, Report, Severity } from '../normalize/report.js';
import type { Evaluation, Outcome } from './outcome.js';

export type { Outcome } from './outcome.js';

/** The evaluation of one identity on one report. Kept also when it holds. Money in fen. */
export interface CheckResult {
  /** Stable id `family/subject`. */
  readonly check: string;
  /** What it was evaluated on, for people: 支出决算表, 208 社会保障和就业支出, 基本支出. */
  readonly subject: string;
  readonly outcome: Outcome;
  /** What was compared. The amounts in fen are `null` for everything but money. */
  readonly measure: Measure;
  /** Both sides for people, where they are no sums of money: "71.73 %" and "71.65 %". */
  readonly left: string | null;
  readonly right: string | null;
  readonly leftFen: number | null;
  readonly rightFen: number | null;
  /** left - right. */
  readonly gapFen: number | null;
  /** The added half-steps of all that took part: the largest gap that rounding explains. */
  readonly slackFen: number | null;
  /** Paths of the figures and quantities that took part, the left side first: `<statement>/<row>/<column key>`, or see `normalize/quantities.ts`. */
  readonly figures: readonly string[];
}

/** A report whose figures carry their status, with every outcome. */
export interface VerifiedReport extends Report {
  readonly checks: readonly CheckResult[];
  readonly findings: readonly Finding[];
}

/** One number of an identity: a cell of a statement, or a quantity of the prose or of an evaluation. `figure` is `null` where it should be and is not: never taken for zero. */
export interface Term {
  readonly sign: 1 | -1;
  /** Row label or column header as printed, for people. */
  readonly label: string;
  /** `<statement>/<row>/<column key>`, indexes from 0, or the path of a quantity; '' for a missing figure. */
  readonly path: string;
  readonly figure: Figure | Quantity | null;
}

/**
 * `sum`: the left side is one total, the right side its parts. `balance`: two sides of an account, each may have several terms.
 * `same-fact`: the same amount printed twice, which independent rounding cannot tear apart (forms-and-identities 2.0, E0).
 * `repeated`: the same fact in two tables, one of which may have been nudged by one last place so that its column closes (E1).
 */
export type Shape = 'sum' | 'balance' | 'same-fact' | 'repeated';

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
  /**
   * Paths that a violation disputes; all of them when absent. Prose against a table blames the prose: the table has its own sums.
   */
  readonly blames?: readonly string[];
  /** Severity of a violation here, where it is not that of the check. */
  readonly severity?: Severity;
}

/**
 * What a check that is no sum says of one place: a percentage recomputed from intervals, an inequality, two lists compared. It judges
 * itself, since no linear identity could.
 */
export interface Judgement {
  /** What it is about, for people. */
  readonly subject: string;
  readonly outcome: Outcome;
  readonly measure: Measure;
  /** What is printed and what it should be, for people: "71.73 %" and "71.65 %". */
  readonly left: string;
  readonly right: string;
  /** All numbers that took part, for the evidence. */
  readonly terms: readonly Term[];
  /** Paths of the numbers that `exact` confirms and `violation` disputes: those that the judgement is about. */
  readonly about: readonly string[];
  readonly diagnosis: Diagnosis | null;
  /** What is wrong, or why it could not be decided, as sentences without the subject; '' when it holds. */
  readonly message: string;
  /** Severity here, where it is not that of the check. */
  readonly severity?: Severity;
  /** Places to look at besides those of the terms: the words themselves. */
  readonly places?: readonly Place[];
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
  /** Places where the check judges by itself. */
  readonly judgements?: (report: Report) => readonly Judgement[];
  /** What is probably behind a violation of one of the identities. */
  readonly diagnose?: (identity: Identity, evaluation: Evaluation, report: Report) => Diagnosis | null;
}
