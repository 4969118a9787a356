import type { Report } from '../../../normalize/report.js';
import type { Term } from '../../check.js';
import { amountsOf, type ClaimAt, cellTerm, claimsOf, printedOf } from '../../claims.js';

function bare(words: string): string {
  return words.replace(/[\s“”"'‘’（）()：:，,的]/gu, '').replace(/^(本年|全年|当年)/u, '');
}

/** The claim that a share is a share of: the one it points to, the one it is a part of, or the nearest one before it with those words. */
function wholeOf(report: Report, { index, claim }: ClaimAt): ClaimAt | null {
  const { shareOf, partOf } = claim;
  const pointed = shareOf?.claim ?? (shareOf === null || shareOf.printed === '' ? partOf : null);
  if (pointed !== null && pointed !== undefined && pointed !== index) {
    const whole = report.claims[pointed];
    return whole === undefined ? null : { index: pointed, claim: whole };
  }
  const words = bare(shareOf?.printed ?? '');
  if (words === '') return null;
  const named = claimsOf(report).filter((at) => at.index !== index && bare(at.claim.label) === words);
  const alike = named.filter((at) => at.claim.phase === claim.phase && at.claim.year === claim.year);
  return alike.filter((at) => at.index < index).at(-1) ?? alike[0] ?? null;
}

/** 合计 of the “三公” table, in the row of the cell that a part repeats: the prose may give shares of a total that it does not state. */
function threePublicTotal(report: Report, { claim }: ClaimAt): readonly Term[] {
  if (!bare(claim.shareOf?.printed ?? '').includes('三公经费')) return [];
  return (claim.figures.amount ?? []).flatMap((path) => {
    const [s = '', r = '', ...column] = path.split('/');
    if (report.statements[Number(s)]?.kind !== 'three-public') return [];
    const key = column.join('/').replace(/^(abroad|vehicle|reception)/u, 'total');
    const total = cellTerm(report, `${s}/${r}/${key}`);
    return key === column.join('/') || total === null || printedOf(total) === null ? [] : [total];
  });
}

/** A share with the amounts it can be recomputed from. */
export interface ShareCase {
  readonly at: ClaimAt;
  /** `null` where the whole is a cell only. */
  readonly whole: ClaimAt | null;
  readonly parts: readonly Term[];
  readonly wholes: readonly Term[];
}

/** Every share of a part whose amount is known, in a whole whose amount is known. */
export function sharesOf(report: Report): readonly ShareCase[] {
  return claimsOf(report).flatMap((at) => {
    if (at.claim.numbers.share === undefined || at.claim.subject.startsWith('procurement')) return [];
    const whole = wholeOf(report, at);
    const wholes = whole === null ? threePublicTotal(report, at) : amountsOf(report, whole);
    const parts = amountsOf(report, at);
    return parts.length === 0 || wholes.length === 0 ? [] : [{ at, whole, parts, wholes }];
  });
}
