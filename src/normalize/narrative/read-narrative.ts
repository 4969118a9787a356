import type { Finding } from '../report.js';
import type { Claim, Fact } from './claim.js';
import { readClaims } from './claims.js';
import { readFacts } from './facts.js';
import type { NarrativeContext } from './narrative-context.js';
import type { ProseParagraph } from './prose.js';

/** Claims and facts of the prose. Pure; nothing is compared here, only found. */
export function readNarrative(
  prose: readonly ProseParagraph[],
  context: NarrativeContext,
): { readonly claims: readonly Claim[]; readonly facts: readonly Fact[]; readonly findings: readonly Finding[] } {
  return { claims: readClaims(prose, context), facts: readFacts(prose, context), findings: [] };
}
