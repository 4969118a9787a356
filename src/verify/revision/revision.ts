import type { Place } from '../../extract/place.js';
import type { FigureStatus, Measure } from '../../normalize/printed.js';
import type { Finding } from '../../normalize/report.js';

/** Findings of a report that replaces an earlier version of itself; each has its page in docs/checks. */
export const REVISION_CHECKS = {
  /** A figure of a statement has another amount. */
  figure: 'revision/figure-changed',
  /** A row with amounts came or went. */
  row: 'revision/row-changed',
  /** A number of the prose or of a self-evaluation table has another value. */
  number: 'revision/number-changed',
  /** A number could not be read in one of the versions. */
  unreadable: 'revision/not-comparable',
  /** So much is different that it may be another report. */
  other: 'revision/other-report',
} as const;

/** A number as one version prints it. */
export interface VersionNumber {
  readonly path: string;
  readonly printed: string;
  /** Fen for money, ten-thousandths of the unit for the rest; `null` where nothing was read, or nothing is printed. */
  readonly value: number | null;
  readonly status: FigureStatus;
  readonly places: readonly Place[];
}

/** A number that differs between two versions. `old` or `new` is `null` where that version does not have it. */
export interface RevisionChange {
  /** Title of the statement, or what states the number (情况说明, 绩效自评). */
  readonly source: string;
  /** Label of the row with its code; for the prose the words that name the number. */
  readonly row: string;
  /** Header of the column; for the prose the role of the number. */
  readonly column: string;
  readonly measure: Measure;
  readonly old: VersionNumber | null;
  readonly new: VersionNumber | null;
}

/** A finding about two versions, told under the newer one: `places` and `figures` are of that, both versions stand in `changes`. */
export interface RevisionFinding extends Finding {
  readonly changes: readonly RevisionChange[];
}

/** What came of two versions: how many numbers were found in both and are the same, and what differs. */
export interface Revision {
  readonly unchanged: number;
  readonly findings: readonly RevisionFinding[];
}
