import type { Problem, Row } from './problem.js';

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
