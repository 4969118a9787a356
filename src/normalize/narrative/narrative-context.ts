import type { ReportKind, Section, Statement } from '../report.js';

/** What the prose is read with. */
export interface NarrativeContext {
  readonly reportKind: ReportKind | null;
  readonly fiscalYear: number | null;
  /** The statements whose cells the prose repeats. */
  readonly statements: readonly Statement[];
  /** All headings, also those without prose: an amount is about what the headings above it say. */
  readonly sections: readonly Section[];
}
