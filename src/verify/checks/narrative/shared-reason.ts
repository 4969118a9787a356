import type { Report } from '../../../normalize/report.js';
import type { Term } from '../../check.js';
import { type ClaimAt, claimsOf, claimTerm, printedOf, signOfChange } from '../../claims.js';
import { reasonSeeds } from './reason-seeds.js';

/** A clause that is the reason of several items. */
export interface SharedReason {
  readonly clause: string;
  readonly claims: readonly ClaimAt[];
  readonly terms: readonly Term[];
}

/** Digits of the code of an item 项. Totals repeat the reasons of their items, and say nothing new. */
const ITEM = 7;

function clausesOf(reason: string): readonly string[] {
  return reason
    .split(/[；;。]/u)
    .map((clause) => clause.replace(/[\s“”]/gu, '').replace(/^(主要)?(原因)?(是|为)?[:：]?/u, ''))
    .filter((clause) => [...clause].length >= reasonSeeds().clauseLength);
}

/** The rate of a change with its sign; `null` for an item that came out of nothing, or whose rate is not printed. */
function rateOf(at: ClaimAt): number | null {
  const term = claimTerm(at, 'percent');
  const value = term && printedOf(term);
  const sign = signOfChange(at.claim, at.claim.numbers.percent);
  return value && sign !== null ? sign * Math.abs(value.value) : null;
}

/** Rates so far apart, or of both signs, or beside an item without any base, that one cause does not explain them. */
function differWidely(claims: readonly ClaimAt[]): boolean {
  const rates = claims.flatMap((at) => rateOf(at) ?? []);
  const fromNothing = claims.some(({ claim }) => claim.direction === 'new');
  const sizes = rates.map(Math.abs).filter((size) => size > 0);
  if (sizes.length < 2) return false;
  if (rates.some((rate) => rate > 0) && rates.some((rate) => rate < 0)) return true;
  return fromNothing || Math.max(...sizes) >= reasonSeeds().sharedRatio * Math.min(...sizes);
}

/** Each clause that explains several items whose changes differ widely, with the numbers. */
export function sharedReasons(report: Report): readonly SharedReason[] {
  const groups = new Map<string, ClaimAt[]>();
  for (const at of claimsOf(report)) {
    const { reason, code, direction } = at.claim;
    if (reason === null || code === null || code.code.length !== ITEM) continue;
    if (direction === null || direction === 'unchanged') continue;
    for (const clause of clausesOf(reason)) {
      const group = groups.get(clause) ?? [];
      if (!group.some(({ claim }) => claim.code?.code === code.code)) groups.set(clause, [...group, at]);
    }
  }
  return [...groups]
    .filter(([, claims]) => claims.length >= reasonSeeds().sharedItems && differWidely(claims))
    .map(([clause, claims]) => ({
      clause,
      claims,
      terms: claims.flatMap((at) => claimTerm(at, 'percent') ?? claimTerm(at, 'change') ?? []),
    }));
}
