import type { Finding, Report } from '../../normalize/report.js';
import type { Check } from '../check.js';
import { CHECKS } from '../checks/index.js';
import { roundingHabit } from '../rounding.js';
import { type Accepted, acceptedChanges } from './acceptance.js';
import { withRepairs } from './apply.js';
import { type Component, componentsOf } from './component.js';
import { confusions } from './confusions.js';
import { type Explanation, explain } from './explain.js';
import { repairedFinding, unresolvedFindings } from './findings.js';
import { type KeptSolutions, remembering } from './kept-solutions.js';
import { lostRowFindings } from './lost-row.js';
import { evaluateAll, type Problem, problemOf } from './problem.js';
import { limited, type Solver, solver } from './solver.js';

/** A report after the repair of what was read from images. */
export interface Repaired {
  /** The report, its repaired figures and the findings of the repair in it. Not verified yet. */
  readonly report: Report;
  /** Paths of the figures that have another amount now. */
  readonly repaired: readonly string[];
  /** Groups of failing identities that no repair explains with certainty. */
  readonly unresolved: number;
}

/** A repair may settle what another group of identities left open; more rounds than these never helped. */
const MOST_ROUNDS = 3;

interface Round {
  readonly accepted: readonly Accepted[];
  readonly open: readonly Finding[];
  readonly unresolved: number;
}

/** A component that nothing near it was repaired in need not be solved again. */
type Solved = Map<string, Explanation>;

function keyOf(problem: Problem, { suspects, failing }: Component): string {
  const near = new Set(suspects.flatMap((path) => problem.rowsByPath.get(path) ?? []));
  return [...failing, ...near]
    .map(({ evaluated, gap }) => `${evaluated.check} ${evaluated.identity.subject} ${gap}`)
    .join('|');
}

async function round(problem: Problem, isExactReport: boolean, solved: Solved, highs: Solver): Promise<Round> {
  const components = componentsOf(problem, isExactReport);
  if (components.length === 0) return { accepted: [], open: [], unresolved: 0 };
  const results: { component: Component; explanation: Explanation; accepted: readonly Accepted[] }[] = [];
  for (const component of components) {
    const key = keyOf(problem, component);
    const explanation = solved.get(key) ?? (await explain(problem, component, isExactReport, highs));
    solved.set(key, explanation);
    results.push({ component, explanation, accepted: acceptedChanges(problem, explanation) });
  }
  const open = results.filter(({ accepted }) => accepted.length === 0);
  return {
    accepted: results.flatMap(({ accepted }) => accepted),
    open: [
      ...open.flatMap(({ explanation, component }) => unresolvedFindings(problem, component, explanation)),
      ...lostRowFindings(open.flatMap(({ component }) => component.failing)),
    ],
    unresolved: open.length,
  };
}

/**
 * Replaces amounts that were misread from an image by the only ones that satisfy the identities, where enough of these speak for it
 * (decision 0014). Takes a report as normalized, with all its readings; digital figures are constants. A report that adds
 * up, or has no figures from images, comes back as it is and no solver is loaded.
 * @param kept programs that were solved in earlier runs; `null`: all are solved
 */
export async function repair(
  report: Report,
  checks: readonly Check[] = CHECKS,
  kept: KeptSolutions | null = null,
): Promise<Repaired> {
  let current = report;
  const findings: Finding[] = [];
  const repaired: string[] = [];
  const solved: Solved = new Map();
  const highs = limited(remembering(solver, kept), confusions().limits.programs);
  for (let rounds = 1; ; rounds += 1) {
    const evaluated = evaluateAll(current, checks);
    const problem = problemOf(current, evaluated);
    if (problem === null) break;
    const { accepted, open, unresolved } = await round(problem, roundingHabit(evaluated) === 'exact', solved, highs);
    if (accepted.length === 0 || rounds === MOST_ROUNDS) {
      return finished([...findings, ...open], unresolved);
    }
    findings.push(...accepted.map((one) => repairedFinding(problem, one, accepted)));
    repaired.push(...accepted.map(({ change }) => change.path));
    current = withRepairs(current, problem, accepted);
  }
  return finished(findings, 0);

  function finished(found: readonly Finding[], unresolved: number): Repaired {
    const isChanged = found.length > 0;
    const after = isChanged ? { ...current, findings: [...current.findings, ...found] } : current;
    return { report: after, repaired, unresolved };
  }
}
