import type { Finding, ReportKind, Statement } from '../report.js';
import type { Claim, Fact } from './claim.js';
import type { ProseParagraph } from './prose.js';

/** What the prose is read with. */
export interface NarrativeContext {
  readonly reportKind: ReportKind | null;
  readonly fiscalYear: number | null;
  /** The statements whose cells the prose repeats. */
  readonly statements: readonly Statement[];
}

/** Claims and facts of the prose. Pure; nothing is compared here, only found. */
export function readNarrative(
  _prose: readonly ProseParagraph[],
  _context: NarrativeContext,
): { readonly claims: readonly Claim[]; readonly facts: readonly Fact[]; readonly findings: readonly Finding[] } {
  return { claims: [], facts: [], findings: [] };
}
