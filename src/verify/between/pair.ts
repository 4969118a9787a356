import type { Finding, Report, Severity } from '../../normalize/report.js';
import type { CheckResult, Identity, Term } from '../check.js';

/** Which of two reports a number is of: that of the earlier year, or of the budget; or the other. */
export type Side = 'earlier' | 'later';

/**
 * `year-chain`: two reports of one kind, a year apart. `budget-and-accounts`: the budget (earlier) and the final accounts (later) of one
 * year.
 */
export type RelationKind = 'year-chain' | 'budget-and-accounts';

/** Two reports of one body that can be compared, the earlier document first. */
export interface Pair {
  readonly kind: RelationKind;
  readonly earlier: Report;
  readonly later: Report;
  /** Why a gap could not be called a violation: the scope of one of them is not known. `null` for no doubt. */
  readonly doubt: string | null;
}

/** A number of an identity between two reports. The path counts in the report of its side. */
export interface PairTerm extends Term {
  readonly side: Side;
}

/** left = right, over numbers of both reports. */
export interface PairIdentity extends Identity {
  readonly left: readonly PairTerm[];
  readonly right: readonly PairTerm[];
}

/** A number that took part, with the report that prints it. */
export interface PairNumber {
  readonly side: Side;
  readonly path: string;
}

/** What came of one identity between two reports. `figures` are the paths in the later report; all numbers are in `numbers`. */
export interface PairResult extends CheckResult {
  readonly numbers: readonly PairNumber[];
}

/** A finding about two reports, told under the later one: `places` and `figures` are of that; all numbers are in `numbers`. */
export interface PairFinding extends Finding {
  readonly numbers: readonly PairNumber[];
}

/** A check between two reports. */
export interface PairCheck {
  /** Stable id `between/subject`; its page is docs/checks/between-<subject>.md. */
  readonly id: string;
  readonly zh: string;
  readonly en: string;
  readonly severity: Severity;
  readonly relation: RelationKind;
  /** When it is not evaluated, or when a failure is legitimate; one sentence for people. */
  readonly notApplicable: string;
  readonly identities: (pair: Pair) => readonly PairIdentity[];
}

/** 2022年决算: how a message names one of the reports. */
function sideName({ fiscalYear, kind }: Report): string {
  const word = kind === 'budget' ? '预算' : kind === 'final-accounts' ? '决算' : '报告';
  return `${fiscalYear ?? '？'}年${word}`;
}

/** A term of one report as a term of the pair, its label led by the name of the report. */
export function ofSide(pair: Pair, side: Side, term: Term): PairTerm {
  return { ...term, side, label: `${sideName(pair[side])} ${term.label}` };
}
