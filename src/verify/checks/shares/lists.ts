import type { Report } from '../../../normalize/report.js';
import type { Term } from '../../check.js';
import { claimTerm, printedOf } from '../../claims.js';
import { type ShareCase, sharesOf } from './whole.js';

/** Ten-thousandths of a percent in 100 %. */
const HUNDRED = 1_000_000;

/** The shares of one whole in one section, as far as they are all of it. */
export interface ShareList {
  readonly cases: readonly ShareCase[];
  readonly terms: readonly Term[];
  /** Sum of the printed shares, ten-thousandths. */
  readonly sum: number;
  /** Twice the largest distance from 100 % that rounding explains. */
  readonly doubledSlack: number;
}

/** Whether the printed shares add up to 100 % within half a last place each. */
export function closes({ sum, doubledSlack }: ShareList): boolean {
  return 2 * Math.abs(sum - HUNDRED) <= doubledSlack;
}

function sumOf(terms: readonly Term[]): { readonly sum: number; readonly steps: number } {
  return terms.reduce(
    (all, term) => {
      const value = printedOf(term);
      if (value === null) return all;
      return { sum: all.sum + value.value, steps: all.steps + (value.value === 0 ? 0 : value.step) };
    },
    { sum: 0, steps: 0 },
  );
}

/** Lists of at least two shares whose amounts add up to their whole within rounding. Shares of a part of a part do not mix. */
export function shareLists(report: Report): readonly ShareList[] {
  const groups = new Map<string, ShareCase[]>();
  for (const one of sharesOf(report)) {
    const { claim } = one.at;
    const key = [
      one.whole?.index ?? one.wholes[0]?.path,
      claim.section,
      claim.phase,
      claim.code?.code.length ?? 0,
    ].join('|');
    groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  return [...groups.values()].flatMap((cases) => {
    const terms = cases.flatMap(({ at }) => claimTerm(at, 'share') ?? []);
    const [whole] = cases[0]?.wholes ?? [];
    if (cases.length < 2 || terms.length !== cases.length || whole === undefined) return [];
    const amounts = cases.flatMap(({ parts }) => parts.at(-1) ?? []);
    const total = printedOf(cases[0]?.wholes.at(-1) ?? whole);
    const parts = sumOf(amounts);
    if (total === null || 2 * Math.abs(parts.sum - total.value) > parts.steps + total.step) return [];
    const { sum, steps } = sumOf(terms);
    return [{ cases, terms, sum, doubledSlack: steps }];
  });
}
