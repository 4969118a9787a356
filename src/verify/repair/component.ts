import { confusions } from './confusions.js';
import type { Cell, Problem, Row } from './problem.js';

/** Failing identities that hang together by the figures they share. */
export interface Component {
  readonly failing: readonly Row[];
  /** The figures from images in them, in the order in which the identities name them. */
  readonly suspects: readonly string[];
}

/**
 * The failing identities in groups that share figures. Where nearly all identities of a report are exact, one that holds within rounding only
 * belongs to them: a misread last digit looks like that. A group of such alone is none.
 */
export function componentsOf({ rows }: Problem, isExactReport: boolean): readonly Component[] {
  const bad = rows.filter(({ state, evaluated }) => {
    const isNudged = isExactReport && state === 'rounding' && evaluated.identity.shape !== 'same-fact';
    return state === 'failing' || isNudged;
  });
  const root = new Map<string, string>();
  const find = (path: string): string => {
    const above = root.get(path) ?? path;
    if (above === path) return path;
    const top = find(above);
    root.set(path, top);
    return top;
  };
  const firstOf = (row: Row) => row.coefficients.keys().next().value ?? '';
  for (const row of bad) for (const path of row.coefficients.keys()) root.set(find(path), find(firstOf(row)));
  const groups = new Map<string, Row[]>();
  for (const row of bad) {
    const key = find(firstOf(row));
    const group = groups.get(key);
    if (group) group.push(row);
    else groups.set(key, [row]);
  }
  return [...groups.values()]
    .filter((group) => group.some(({ state, kind }) => state === 'failing' && kind === 'hard'))
    .map((failing) => ({
      failing,
      suspects: [...new Set(failing.flatMap(({ coefficients }) => [...coefficients.keys()]))],
    }));
}

/** A figure with the candidates that a budget can pay. */
export interface Choice {
  readonly path: string;
  readonly cell: Cell;
  readonly candidates: Cell['candidates'];
  readonly isFree: boolean;
}

export interface Scope {
  readonly choices: readonly Choice[];
  /** All identities over the figures that may change, but for those that fail elsewhere. */
  readonly rows: readonly Row[];
  /** The failing ones of the component itself. */
  readonly own: ReadonlySet<Row>;
}

function cheapest(cell: Cell): number {
  return Math.min(cell.candidates[0]?.price ?? cell.freePrice, cell.freePrice);
}

/**
 * All figures that an explanation within the budget can change. One that stands in exact identities only changes together with a suspect
 * that it shares an identity with, directly or over others: the prices along the way must fit into the budget. `null` when they are too many.
 */
export function scopeOf(problem: Problem, { suspects, failing }: Component, budget: number): Scope | null {
  const { limits } = confusions();
  const reach = new Map<string, number>();
  let front: readonly string[] = suspects;
  for (const path of suspects) {
    const cell = problem.cellAt(path);
    if (cell !== undefined) reach.set(path, cheapest(cell));
  }
  while (front.length > 0) {
    const next = new Set<string>();
    for (const path of front) {
      const far = reach.get(path) ?? budget;
      if (far >= budget) continue;
      for (const { coefficients, kind } of problem.rowsByPath.get(path) ?? []) {
        if (kind === 'soft') continue;
        for (const other of coefficients.keys()) {
          const cell = problem.cellAt(other);
          const price = far + (cell ? cheapest(cell) : budget);
          if (price > budget || price >= (reach.get(other) ?? budget + 1)) continue;
          reach.set(other, price);
          next.add(other);
        }
      }
    }
    front = [...next];
    if (reach.size > limits.figures) return null;
  }
  const furthest = 4 * Math.max(...failing.map(({ gap }) => Math.abs(gap)));
  const isSuspect = new Set(suspects);
  const choices = [...reach].flatMap(([path, price]) => {
    const cell = problem.cellAt(path);
    if (cell === undefined) return [];
    const left = budget - (price - cheapest(cell));
    const candidates = cell.candidates.filter(
      (one) => one.price <= left && (cell.mustChange || Math.abs(one.amount.fen - cell.value) <= furthest),
    );
    const isFree = isSuspect.has(path) && cell.freePrice <= left;
    return candidates.length > 0 || isFree ? [{ path, cell, candidates, isFree }] : [];
  });
  const size = choices.reduce((sum, { candidates }) => sum + candidates.length, 0);
  if (size > limits.choices) return null;
  const rows = new Set(failing);
  // What fails elsewhere is another component's business: it cannot be broken, and is not mended here.
  for (const { path } of choices)
    for (const row of problem.rowsByPath.get(path) ?? []) if (row.state !== 'failing') rows.add(row);
  return { choices, rows: [...rows], own: new Set(failing) };
}
