import type { Term } from './check.js';
import { coefficients, evaluate } from './identity.js';
import type { Evaluated } from './status.js';
import { integerOf, stepOf } from './value.js';
import { termsOf } from './wording.js';

/** One printed number, and the value that would make every identity that it takes part in hold. */
export interface Correction {
  readonly path: string;
  /** The term as it stands in one of the failing identities, with label and place. */
  readonly term: Term;
  /** Printed and needed value: fen for money, ten-thousandths for the rest. */
  readonly from: number;
  readonly to: number;
}

/** Failing identities that hang together by the numbers they share, and what single change explains all of them. */
export interface Contradiction {
  readonly violations: readonly Evaluated[];
  /** One entry: only this number explains it. Several: any of them could be the wrong one. None: more than one number is wrong. */
  readonly corrections: readonly Correction[];
}

/**
 * The contradictions of a report, each with every correction of a single number that satisfies all identities (the failing ones and
 * those that number stands in). A correction is a hint to whoever looks at the page: nothing printed is changed by it.
 * @param exact in a report whose other sums are all exact, a gap within rounding is a contradiction too
 */
export function contradictions(evaluated: readonly Evaluated[], exact = false): readonly Contradiction[] {
  const failing = evaluated.filter(
    ({ evaluation }) => fails(evaluation) || (exact && evaluation.outcome === 'rounding'),
  );
  if (failing.length === 0) return [];
  const byPath = identitiesByPath(evaluated);
  return components(failing).map((violations) => ({
    violations,
    corrections: correctionsOf(violations, byPath, exact),
  }));
}

function fails({ outcome, reason }: Evaluated['evaluation']): boolean {
  return outcome === 'violation' || reason === 'total-below-part';
}

function identitiesByPath(evaluated: readonly Evaluated[]): ReadonlyMap<string, readonly Evaluated[]> {
  const byPath = new Map<string, Evaluated[]>();
  for (const one of evaluated) {
    for (const [path, coefficient] of coefficients(one.identity)) {
      if (coefficient === 0) continue;
      const known = byPath.get(path);
      if (known) known.push(one);
      else byPath.set(path, [one]);
    }
  }
  return byPath;
}

/** Groups of failing identities in which each shares a number with another. */
function components(failing: readonly Evaluated[]): readonly (readonly Evaluated[])[] {
  const groups: { readonly members: Evaluated[]; readonly paths: Set<string> }[] = [];
  for (const one of failing) {
    const paths = [...coefficients(one.identity).keys()];
    const touched = groups.filter((group) => paths.some((path) => group.paths.has(path)));
    const [first, ...others] = touched;
    if (first === undefined) {
      groups.push({ members: [one], paths: new Set(paths) });
      continue;
    }
    first.members.push(one);
    for (const path of paths) first.paths.add(path);
    for (const other of others) {
      first.members.push(...other.members);
      for (const path of other.paths) first.paths.add(path);
      groups.splice(groups.indexOf(other), 1);
    }
  }
  return groups.map(({ members }) => members);
}

function correctionsOf(
  violations: readonly Evaluated[],
  byPath: ReadonlyMap<string, readonly Evaluated[]>,
  exact: boolean,
): readonly Correction[] {
  const [first, ...others] = violations;
  if (first === undefined) return [];
  const gap = first.evaluation.gapFen;
  if (gap === null) return [];
  const elsewhere = others.map(({ identity }) => coefficients(identity));
  const found: Correction[] = [];
  for (const [path, coefficient] of coefficients(first.identity)) {
    if (coefficient === 0 || gap % coefficient !== 0) continue;
    if (elsewhere.some((other) => (other.get(path) ?? 0) === 0)) continue;
    const term = termsOf(first.identity).find((one) => one.path === path);
    const from = term ? integerOf(term.figure) : null;
    if (term === undefined || from === null) continue;
    const to = from - gap / coefficient;
    if (isPrintable(term, from, to) && (byPath.get(path) ?? []).every((one) => holdsWith(one, path, to, exact)))
      found.push({ path, term, from, to });
  }
  return found;
}

/** The needed value can stand in that place: no finer than its last printed decimal, and not negative where nothing negative was printed. */
function isPrintable({ figure }: Term, from: number, to: number): boolean {
  const step = stepOf(figure) ?? 1;
  return (to - from) % step === 0 && (to >= 0 || from < 0);
}

function holdsWith({ identity }: Evaluated, path: string, value: number, exact: boolean): boolean {
  const changed = (terms: readonly Term[]) => terms.map((term) => (term.path === path ? withValue(term, value) : term));
  const { outcome } = evaluate({ ...identity, left: changed(identity.left), right: changed(identity.right) });
  return outcome === 'exact' || (outcome === 'rounding' && !exact);
}

function withValue(term: Term, value: number): Term {
  const { figure } = term;
  if (figure === null) return term;
  if ('measure' in figure) return { ...term, figure: { ...figure, value } };
  const stepFen = figure.amount?.stepFen ?? 1;
  return { ...term, figure: { ...figure, amount: { fen: value, stepFen } } };
}
