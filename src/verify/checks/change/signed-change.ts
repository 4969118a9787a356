import type { Term } from '../../check.js';
import { type ClaimAt, claimTerm, signOfChange } from '../../claims.js';

/**
 * The change of a claim as a term with the sign of its words; `null` where none is printed or its direction is not said. A printed minus under
 * 减少 is the same decrease.
 */
export function signedChange(at: ClaimAt): Term | null {
  const { claim } = at;
  const sign = signOfChange(claim, claim.numbers.change);
  const printed = claim.numbers.change?.value ?? 0;
  return sign === null ? null : claimTerm(at, 'change', printed < 0 ? 1 : sign);
}
