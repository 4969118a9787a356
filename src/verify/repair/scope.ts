import type { Component } from './component.js';
import { confusions } from './confusions.js';
import type { Cell, Problem, Row } from './problem.js';

/** A figure with the candidates that a budget can pay. */
export interface Choice {
  readonly path: string;
  readonly cell: Cell;
  readonly candidates: Cell['candidates'];
  /** Whether it may become any other amount too. */
  readonly isFree: boolean;
}

/** What one program is about. */
export interface Scope {
  readonly choices: readonly Choice[];
  /** All identities over the figures that may change, but for those that fail elsewhere. */
  readonly rows: readonly Row[];
  /** The failing ones of the component itself. */
  readonly own: ReadonlySet<Row>;
}

/** A candidate that moves a sum further than four times its gap would need others just as wrong to make up for it. */
const FURTHEST = 4;

function cheapest(cell: Cell): number {
  return Math.min(cell.candidates[0]?.price ?? cell.freePrice, cell.freePrice);
}

/** The figures that share a hard identity with this one. */
function neighbours(problem: Problem, path: string): readonly string[] {
  const rows = problem.rowsByPath.get(path) ?? [];
  return rows.flatMap(({ kind, coefficients }) => (kind === 'hard' ? [...coefficients.keys()] : []));
}

/**
 * Every figure that an explanation within the budget can change, with the least price of an explanation that changes it. One that stands in exact
 * identities only changes together with a suspect that it shares an identity with, directly or over others. `null`: too many.
 */
function reachOf(problem: Problem, suspects: readonly string[], budget: number): ReadonlyMap<string, number> | null {
  const reach = new Map<string, number>();
  for (const path of suspects) {
    const cell = problem.cellAt(path);
    if (cell !== undefined) reach.set(path, cheapest(cell));
  }
  let front: readonly string[] = [...reach.keys()];
  while (front.length > 0) {
    const next = new Set<string>();
    for (const path of front) {
      const spent = reach.get(path) ?? budget;
      for (const other of spent < budget ? neighbours(problem, path) : []) {
        const cell = problem.cellAt(other);
        const price = spent + (cell === undefined ? budget : cheapest(cell));
        if (price > budget || price >= (reach.get(other) ?? budget + 1)) continue;
        reach.set(other, price);
        next.add(other);
      }
    }
    front = [...next];
    if (reach.size > confusions().limits.figures) return null;
  }
  return reach;
}

/** The scope of a component under a budget; `null` when it has more figures or candidates than one program may have. */
export function scopeOf(problem: Problem, { suspects, failing }: Component, budget: number): Scope | null {
  const reach = reachOf(problem, suspects, budget);
  if (reach === null) return null;
  const furthest = FURTHEST * Math.max(...failing.map(({ gap }) => Math.abs(gap)));
  const isSuspect = new Set(suspects);
  const choices = [...reach].flatMap(([path, price]): readonly Choice[] => {
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
  if (size > confusions().limits.choices) return null;
  const rows = new Set(failing);
  // What fails elsewhere is another component's business: it cannot be broken, and is not mended here.
  for (const { path } of choices)
    for (const row of problem.rowsByPath.get(path) ?? []) if (row.state !== 'failing') rows.add(row);
  return { choices, rows: [...rows], own: new Set(failing) };
}
