import type { Evaluation } from './evaluation/evaluation.js';
import type { Claim, ClaimRole, Fact } from './narrative/claim.js';
import type { Quantity } from './printed.js';

/** What holds the quantities of a report. */
export interface QuantityHolder {
  readonly claims: readonly Claim[];
  readonly facts: readonly Fact[];
  readonly evaluations: readonly Evaluation[];
}

/** Path of a number of a claim: `claim/3/amount`. Indexes count from 0. */
export function claimPath(index: number, role: ClaimRole): string {
  return `claim/${index}/${role}`;
}

/** Path of a part of the change of a claim: `claim/3/part/0`. */
export function partPath(index: number, part: number): string {
  return `claim/${index}/part/${part}`;
}

/** Path of the value of a fact: `fact/7`. */
export function factPath(index: number): string {
  return `fact/${index}`;
}

/** Path of a number of a self-evaluation table: `evaluation/0/funds/1/executed`, `evaluation/0/indicators/4/score`, `evaluation/0/total-score`. */
export function evaluationPath(index: number, ...rest: readonly (string | number)[]): string {
  return ['evaluation', index, ...rest].join('/');
}

/** Every quantity of a report with its path, in the order claims, facts, evaluations. */
export function quantitiesOf(holder: QuantityHolder): readonly (readonly [path: string, quantity: Quantity])[] {
  const found: [string, Quantity][] = [];
  mapQuantities(holder, (path, quantity) => {
    found.push([path, quantity]);
    return quantity;
  });
  return found;
}

/** The same claims, facts and evaluations with each quantity replaced by what `change` makes of it. */
export function mapQuantities(
  { claims, facts, evaluations }: QuantityHolder,
  change: (path: string, quantity: Quantity) => Quantity,
): QuantityHolder {
  const numbers = <Key extends string>(
    of: Readonly<Partial<Record<Key, Quantity>>>,
    pathOf: (key: Key) => string,
  ): Partial<Record<Key, Quantity>> => {
    const changed: Partial<Record<Key, Quantity>> = {};
    for (const [key, quantity] of Object.entries(of) as [Key, Quantity][]) changed[key] = change(pathOf(key), quantity);
    return changed;
  };
  const one = (path: string, quantity: Quantity | null) => (quantity === null ? null : change(path, quantity));
  return {
    claims: claims.map((claim, at) => ({
      ...claim,
      numbers: numbers(claim.numbers, (role) => claimPath(at, role)),
      parts: claim.parts.map((part, index) => ({ ...part, change: one(partPath(at, index), part.change) })),
    })),
    facts: facts.map((fact, at) => ({ ...fact, value: one(factPath(at), fact.value) })),
    evaluations: evaluations.map((evaluation, at) => ({
      ...evaluation,
      funds: evaluation.funds.map((fund, row) => ({
        ...fund,
        numbers: numbers(fund.numbers, (column) => evaluationPath(at, 'funds', row, column)),
      })),
      indicators: evaluation.indicators.map((indicator, row) => ({
        ...indicator,
        numbers: numbers(indicator.numbers, (column) => evaluationPath(at, 'indicators', row, column)),
      })),
      totalWeight: one(evaluationPath(at, 'total-weight'), evaluation.totalWeight),
      totalScore: one(evaluationPath(at, 'total-score'), evaluation.totalScore),
    })),
  };
}
