import type { Report } from '../../../normalize/report.js';
import type { Term } from '../../check.js';
import { amountsOf, type ClaimAt, claimsOf } from '../../claims.js';

function bare(words: string): string {
  return words.replace(/[\s“”"'‘’（）()：:，,的]/gu, '').replace(/^(本年|全年|当年)/u, '');
}

/** The claim that a share is a share of: the one it points to, the one it is a part of, or the nearest one before it with those words. */
export function wholeOf(report: Report, { index, claim }: ClaimAt): ClaimAt | null {
  const { shareOf, partOf } = claim;
  const pointed = shareOf?.claim ?? (shareOf === null || shareOf.printed === '' ? partOf : null);
  if (pointed !== null && pointed !== undefined) {
    const whole = report.claims[pointed];
    return whole === undefined ? null : { index: pointed, claim: whole };
  }
  const words = bare(shareOf?.printed ?? '');
  if (words === '') return null;
  const named = claimsOf(report).filter((at) => at.index !== index && bare(at.claim.label) === words);
  const alike = named.filter((at) => at.claim.phase === claim.phase && at.claim.year === claim.year);
  return alike.filter((at) => at.index < index).at(-1) ?? alike[0] ?? null;
}

/** A share with the amounts it can be recomputed from. */
export interface ShareCase {
  readonly at: ClaimAt;
  readonly whole: ClaimAt;
  readonly parts: readonly Term[];
  readonly wholes: readonly Term[];
}

/** Every share of a part whose amount is known, in a whole whose amount is known. */
export function sharesOf(report: Report): readonly ShareCase[] {
  return claimsOf(report).flatMap((at) => {
    if (at.claim.numbers.share === undefined || at.claim.subject.startsWith('procurement')) return [];
    const whole = wholeOf(report, at);
    if (whole === null || whole.index === at.index) return [];
    const [parts, wholes] = [amountsOf(report, at), amountsOf(report, whole)];
    return parts.length === 0 || wholes.length === 0 ? [] : [{ at, whole, parts, wholes }];
  });
}
