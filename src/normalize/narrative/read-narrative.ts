import type { Finding, ReportKind, Section, Statement } from '../report.js';
import type { Claim, Fact } from './claim.js';
import { readClaims } from './claims.js';
import type { ProseParagraph } from './prose.js';

/** What the prose is read with. */
export interface NarrativeContext {
  readonly reportKind: ReportKind | null;
  readonly fiscalYear: number | null;
  /** The statements whose cells the prose repeats. */
  readonly statements: readonly Statement[];
  /** All headings, also those without prose: an amount is about what the headings above it say. */
  readonly sections: readonly Section[];
}

/** Claims and facts of the prose. Pure; nothing is compared here, only found. */
export function readNarrative(
  prose: readonly ProseParagraph[],
  context: NarrativeContext,
): { readonly claims: readonly Claim[]; readonly facts: readonly Fact[]; readonly findings: readonly Finding[] } {
  return { claims: readClaims(prose, context), facts: [], findings: [] };
}
