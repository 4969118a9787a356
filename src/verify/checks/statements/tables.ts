import type { Report, StatementKind } from '../../../normalize/report.js';
import type { Identity, Judgement } from '../../check.js';
import { evaluate } from '../../identity.js';
import { type Located, statementsOf } from '../../terms.js';

/** One statement of each kind that a check compares, by the name that the check gives it. */
type Tables<Name extends string> = Readonly<Record<Name, Located>>;

/**
 * How many ways to pair the statements of a report are tried. A report prints a kind twice for itself and by unit, or with and
 * without funds; one with more is a collection of reports, where nobody knows what belongs together.
 */
const MOST_PAIRINGS = 6;

/** A statement that says something: amounts, or the words that it has none. A blank one is told by structure/statement-blank. */
function speaks({ statement }: Located): boolean {
  if (statement.declaredEmpty) return true;
  return statement.rows.some(({ figures }) =>
    Object.values(figures).some(({ reading }) => reading === 'amount' || reading === 'unreadable'),
  );
}

/** Every way to take one statement of each kind. */
function pairings<Name extends string>(
  report: Report,
  kinds: Readonly<Record<Name, StatementKind>>,
): readonly Tables<Name>[] {
  let found: readonly Partial<Tables<Name>>[] = [{}];
  for (const name of Object.keys(kinds) as Name[]) {
    const candidates = statementsOf(report, new Set([kinds[name]])).filter(speaks);
    found = found.flatMap((tables) => candidates.map((table) => ({ ...tables, [name]: table })));
    if (found.length > MOST_PAIRINGS) return [];
  }
  return found as readonly Tables<Name>[];
}

function ambiguity(tables: Readonly<Record<string, Located>>): string {
  const titles = Object.values(tables).map(({ statement }) => `“${statement.title || statement.kind}”`);
  return `${titles.join('、')}在报告中不止一张，不能确定哪两张应当核对`;
}

/**
 * Identities between statements: one of each kind. Where a kind is printed more than once (by subject and by unit, for one fund
 * and for all), the pairing that fits best is taken, and a gap in it is unresolved, never a violation. No identities where a
 * statement is missing or blank.
 */
export function between<Name extends string>(
  kinds: Readonly<Record<Name, StatementKind>>,
  find: (tables: Tables<Name>, report: Report) => readonly Identity[],
): (report: Report) => readonly Identity[] {
  return (report) => {
    const ways = pairings(report, kinds);
    const [only] = ways;
    if (only === undefined) return [];
    if (ways.length === 1) return find(only, report);
    const [best] = ways
      .map((tables) => {
        const identities = find(tables, report);
        return { tables, identities, gaps: identities.filter(leavesGap).length };
      })
      .sort((a, b) => a.gaps - b.gaps);
    if (best === undefined) return [];
    return best.identities.map((identity) => ({ ...identity, doubt: identity.doubt ?? ambiguity(best.tables) }));
  };
}

function leavesGap(identity: Identity): boolean {
  const { outcome } = evaluate(identity);
  return outcome === 'violation' || outcome === 'unresolved';
}

/** The same for checks that judge themselves: of several pairings only one in which everything holds. */
export function betweenJudged<Name extends string>(
  kinds: Readonly<Record<Name, StatementKind>>,
  find: (tables: Tables<Name>, report: Report) => readonly Judgement[],
): (report: Report) => readonly Judgement[] {
  return (report) => {
    const found = pairings(report, kinds).map((tables) => find(tables, report));
    if (found.length <= 1) return found[0] ?? [];
    return found.find((judgements) => judgements.every(({ message }) => message === '')) ?? [];
  };
}
