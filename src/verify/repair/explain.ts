import type { Amount } from '../../normalize/printed.js';
import { evaluate } from '../identity.js';
import type { Component } from './component.js';
import { confusions } from './confusions.js';
import { type Change, modelOf } from './model.js';
import { type Problem, type Row, withAmounts } from './problem.js';
import { type Scope, scopeOf } from './scope.js';
import type { Solver } from './solver.js';

/** What explains the failing identities of one component. */
export interface Explanation {
  /** The cheapest set of changed readings first, then every other whose price is not clearly higher. */
  readonly ways: readonly (readonly Change[])[];
  /** Whether these are all: the search was not cut short. */
  readonly isComplete: boolean;
}

const NOTHING: Explanation = { ways: [], isComplete: false };
/** More explanations than these prove nothing: the figures are disputed. */
const MOST_WAYS = 4;

/** The outcome of an identity under changed readings, in integers. */
export function outcomeWith({ evaluated }: Row, changes: ReadonlyMap<string, Amount>): string {
  return evaluate(withAmounts(evaluated.identity, (path) => changes.get(path))).outcome;
}

export function amountsOf(changes: readonly Change[]): ReadonlyMap<string, Amount> {
  return new Map(changes.map(({ path, amount }) => [path, amount]));
}

/** Whether a solution of the solver, who computes in doubles, leaves whole every identity that held. */
function isRight({ rows }: Scope, changes: readonly Change[]): boolean {
  const amounts = amountsOf(changes);
  return rows.every((row) => {
    if (row.kind === 'soft' || row.state === 'failing') return true;
    const outcome = outcomeWith(row, amounts);
    return outcome === 'exact' || outcome === 'rounding' || outcome === 'not-applicable';
  });
}

/** What stays as it is read, and need not: prose that disagrees with the table, sums that hold within rounding only. */
function priceAsRead({ failing }: Component, isExactReport: boolean): number {
  const { inexactAmongExact, inexactAmongRounded } = confusions().prices;
  return failing
    .map(({ kind, price, state }) => {
      if (state === 'rounding') return isExactReport ? inexactAmongExact : inexactAmongRounded;
      return kind === 'soft' ? price : 0;
    })
    .reduce((sum, price) => sum + price, 0);
}

/** The sets of changed readings that explain a component, as far as its budget and the limits of the search go. */
export async function explain(
  problem: Problem,
  component: Component,
  isExactReport: boolean,
  { solve }: Solver,
): Promise<Explanation> {
  const { limits, acceptance } = confusions();
  const base = priceAsRead(component, isExactReport);
  for (const budget of limits.budgets) {
    const scope = scopeOf(problem, component, budget);
    if (scope === null) return NOTHING;
    const model = modelOf(scope, isExactReport, [], base + budget);
    const best = await solve(model.text);
    if (best.kind === 'none') continue;
    if (best.kind === 'cut-short') return NOTHING;
    const first = model.changesOf(best.values);
    if (first.length === 0) return { ways: [], isComplete: true };
    if (!isRight(scope, first)) return NOTHING;
    return othersThan(first, best.price + acceptance.margin - 1);
  }
  return NOTHING;

  async function othersThan(first: readonly Change[], budget: number): Promise<Explanation> {
    const scope = scopeOf(problem, component, budget);
    const ways = [first];
    if (scope === null) return { ways, isComplete: false };
    while (ways.length < MOST_WAYS) {
      const model = modelOf(scope, isExactReport, ways, budget);
      const next = await solve(model.text);
      if (next.kind === 'none') return { ways, isComplete: true };
      if (next.kind === 'cut-short') return { ways, isComplete: false };
      const changes = model.changesOf(next.values);
      if (changes.length === 0 || !isRight(scope, changes)) return { ways, isComplete: false };
      ways.push(changes);
    }
    return { ways, isComplete: false };
  }
}
