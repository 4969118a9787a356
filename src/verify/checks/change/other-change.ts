import type { Place } from '../../../extract/place.js';
import type { Claim } from '../../../normalize/narrative/claim.js';
import type { Report } from '../../../normalize/report.js';
import { type ClaimAt, cellTerm, claimsOf, isSameSubject, printedOf, unquoted } from '../../claims.js';
import { integerOf } from '../../value.js';
import { signedChange } from './signed-change.js';

/** A change that the report states or shows somewhere else. */
export interface OtherChange {
  /** Its name, for people. */
  readonly label: string;
  readonly places: readonly Place[];
}

/** Suffixes of the columns of a table whose difference is a change: of this year and the year before, or of accounts and budget. */
const ENDS: Readonly<Record<'prior' | 'current', readonly (readonly [after: string, before: string])[]>> = {
  prior: ['', '-approved', '-adjusted', '-executed'].map((phase) => [phase, `${phase}-prior`]),
  current: [
    ['-executed', '-adjusted'],
    ['-executed', '-approved'],
  ],
};

/** The changes of that size and direction in the prose and in the tables, compared with the same year, each thing once; those named already left out. */
export function changesOf(
  report: Report,
  total: ClaimAt,
  fen: number,
  named: readonly string[],
): readonly OtherChange[] {
  const stated = statedChanges(report, total, fen);
  const found = [...stated.map(({ other }) => other), ...tableChanges(report, total.claim, fen, stated)];
  const unnamed = found.filter(({ label }) => !named.some((name) => label.includes(name) || name.includes(label)));
  return [...new Map(unnamed.map((other) => [other.label, other])).values()];
}

interface Stated {
  readonly claim: Claim;
  readonly other: OtherChange;
}

function statedChanges(report: Report, total: ClaimAt, fen: number): readonly Stated[] {
  return claimsOf(report).flatMap((at): Stated[] => {
    const change = signedChange(at);
    const value = change && printedOf(change);
    if (change === null || value === null || change.sign * value.value !== fen) return [];
    if (at.claim.against?.year !== total.claim.against?.year || isSameSubject(at.claim, total.claim)) return [];
    return [{ claim: at.claim, other: { label: unquoted(at.claim.label), places: change.figure?.places ?? [] } }];
  });
}

/** Rows whose columns differ by so much; not those that a claim found already speaks of. */
function tableChanges(
  report: Report,
  { against }: Claim,
  fen: number,
  stated: readonly Stated[],
): readonly OtherChange[] {
  if (against === null) return [];
  const told = new Set(stated.flatMap(({ claim }) => (claim.figures.amount ?? []).map(rowOf)));
  return report.statements.flatMap((statement, s) =>
    statement.rows.flatMap((row, r) =>
      Object.keys(row.figures).flatMap((column): OtherChange[] => {
        const bases = ENDS[against.year].flatMap(([after, before]) =>
          column.endsWith(after) && !column.endsWith('-prior')
            ? [column.slice(0, column.length - after.length) + before]
            : [],
        );
        const value = integerOf(row.figures[column] ?? null);
        const isFound = bases.some((base) => {
          const before = integerOf(row.figures[base] ?? null);
          return value !== null && before !== null && value - before === fen;
        });
        const path = `${s}/${r}/${column}`;
        const term = isFound && !told.has(rowOf(path)) ? cellTerm(report, path) : null;
        return term === null ? [] : [{ label: unquoted(term.label), places: term.figure?.places ?? [] }];
      }),
    ),
  );
}

function rowOf(path: string): string {
  return path.split('/').slice(0, 2).join('/');
}
