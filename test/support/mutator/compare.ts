import type { Report } from '../../../src/normalize/report.js';
import type { VerifiedReport } from '../../../src/verify/check.js';
import { CHECKS } from '../../../src/verify/checks/index.js';

/** A figure by what it is, not by where it stands: kind of the statement, which of them, row, column. */
function figuresByName({
  statements,
}: Report): ReadonlyMap<string, { readonly path: string; readonly fen: number | null; readonly status: string }> {
  const figures = new Map<string, { path: string; fen: number | null; status: string }>();
  const seen = new Map<string, number>();
  statements.forEach((statement, s) => {
    const nth = seen.get(statement.kind) ?? 0;
    seen.set(statement.kind, nth + 1);
    statement.rows.forEach((row, r) => {
      for (const [column, { amount, status }] of Object.entries(row.figures)) {
        const name = `${statement.kind} ${nth}/${row.panel}/${row.key} ${row.label}/${column}`;
        figures.set(name, { path: `${s}/${r}/${column}`, fen: amount?.fen ?? null, status });
      }
    });
  });
  return figures;
}

/** What a damaged file gave, next to what the sound one gives. */
export interface Difference {
  /** Figures with another amount. */
  readonly changed: readonly string[];
  /** Figures that are gone, and figures that the sound file does not have. */
  readonly lost: readonly string[];
  readonly added: readonly string[];
  /** Changed or added ones that count as verified though no sum of the damaged reading holds with them. */
  readonly falselyVerified: readonly string[];
  /** Whether the reading says something that the sound one does not: a finding, a page that is unread. */
  readonly told: boolean;
}

export function differenceOf(sound: VerifiedReport, damaged: VerifiedReport): Difference {
  const before = figuresByName(sound);
  const after = figuresByName(damaged);
  const changed = [...after].filter(([name, { fen }]) => before.has(name) && before.get(name)?.fen !== fen);
  const added = [...after].filter(([name]) => !before.has(name));
  const lost = [...before.keys()].filter((name) => !after.has(name));
  const confirmed = confirmedPaths(damaged);
  const falselyVerified = [...changed, ...added].filter(
    ([, { path, status }]) => status === 'verified' && !confirmed.has(path),
  );
  const names = (entries: readonly (readonly [string, unknown])[]): string[] => entries.map(([name]) => name);
  return {
    changed: names(changed),
    added: names(added),
    lost,
    falselyVerified: names(falselyVerified),
    told: isTold(sound, damaged),
  };
}

/** Paths of the figures in sums that hold to the fen, added up anew. */
function confirmedPaths(report: VerifiedReport): ReadonlySet<string> {
  const paths = new Set<string>();
  for (const check of CHECKS) {
    for (const { left, right } of check.identities(report)) {
      const terms = [...left.map((term) => [1n, term] as const), ...right.map((term) => [-1n, term] as const)];
      let sum = 0n;
      for (const [side, { sign, figure }] of terms)
        sum += side * BigInt(sign) * BigInt(figure && 'amount' in figure ? (figure.amount?.fen ?? 0) : 0);
      if (sum === 0n && terms.length > 1) for (const [, { path }] of terms) paths.add(path);
    }
  }
  return paths;
}

function isTold(sound: VerifiedReport, damaged: VerifiedReport): boolean {
  const known = new Set(sound.findings.map(({ check, message }) => `${check} ${message}`));
  const unread = (report: Report): number =>
    report.source.pages.filter(({ condition }) => condition === 'needs-ocr').length;
  return (
    damaged.findings.some(({ check, message }) => !known.has(`${check} ${message}`)) || unread(damaged) > unread(sound)
  );
}

/** Nothing that a reader could work with or would be warned by. */
export function isEmpty(report: VerifiedReport): boolean {
  const figures = report.statements.some(({ rows, cells }) => rows.length > 0 || cells.length > 0);
  return !figures && report.claims.length === 0 && report.evaluations.length === 0 && report.findings.length === 0;
}
