import type { ClaimRole } from '../../../normalize/narrative/claim.js';
import type { Report, StatementKind } from '../../../normalize/report.js';
import type { Term } from '../../check.js';
import { type ClaimAt, cellsOf, claimsOf, claimTerm, isSameAmount, printedOf } from '../../claims.js';
import { codeOf } from '../../code-tree.js';
import { statementsOf, tableTerm } from '../../terms.js';

/** Tables whose rows are expenditure functions. */
const FUNCTION_TABLES: ReadonlySet<StatementKind> = new Set([
  'expenditure',
  'appropriations-expenditure',
  'general-budget-expenditure',
]);

const MONEY_ROLES: readonly ClaimRole[] = ['amount', 'change', 'base'];

/** One last place apart: tables of one report are nudged by 0.01 so that a column closes, and prose follows one of them. */
function isLastPlace(stated: Term, cell: Term): boolean {
  const [a, b] = [printedOf(stated), printedOf(cell)];
  return a !== null && b !== null && a.value !== 0 && Math.abs(a.value - b.value) <= Math.max(a.step, b.step);
}

/** True also where one of them was not read: then nothing can be said. */
function isSame(stated: Term, cell: Term): boolean {
  const [a, b] = [printedOf(stated), printedOf(cell)];
  return a === null || b === null || isSameAmount(a, b);
}

/** The cells of the same function in the other expenditure tables: a section on fiscal money may be headed 支出. */
function sameFunction(report: Report, { claim }: ClaimAt, role: ClaimRole): readonly Term[] {
  const code = claim.code?.code;
  if (role !== 'amount' || code === undefined || !claim.subject.endsWith('-function')) return [];
  return statementsOf(report, FUNCTION_TABLES).flatMap((table) =>
    table.statement.rows.flatMap((row, index) => {
      const line = { table, index, row };
      const column = ['total', 'amount'].find((key) => row.figures[key] !== undefined);
      return column === undefined || codeOf(line) !== code ? [] : [tableTerm(line, column)];
    }),
  );
}

/** How a stated number stands to the cells it repeats. */
export interface Tie {
  readonly at: ClaimAt;
  readonly stated: Term;
  readonly cell: Term;
  /** `same`: every printed digit agrees. `near`: one last place apart, cut off or nudged. `other`: another number. */
  readonly is: 'same' | 'near' | 'other';
}

/**
 * A number with the cells it repeats. Where it is that of one table and one last place off that of another, the tables are nudged
 * against each other; where they differ by more, that is a fault of the tables. A number that is none of them is told once.
 */
function tiesOf(report: Report, at: ClaimAt, role: ClaimRole): readonly Tie[] {
  const stated = claimTerm(at, role);
  const linked = cellsOf(report, at, role);
  if (stated === null || linked.length === 0) return [];
  const alike = linked.filter((cell) => isSame(stated, cell));
  const elsewhere = alike.length > 0 ? [] : sameFunction(report, at, role).filter((cell) => isSame(stated, cell));
  const near = linked.filter((cell) => !alike.includes(cell) && isLastPlace(stated, cell));
  const same = [...alike, ...elsewhere].map((cell): Tie => ({ at, stated, cell, is: 'same' }));
  if (same.length > 0) return [...same, ...near.map((cell): Tie => ({ at, stated, cell, is: 'near' }))];
  return linked.slice(0, 1).map((cell): Tie => ({ at, stated, cell, is: near.includes(cell) ? 'near' : 'other' }));
}

/** Several checks ask for the ties of one report. */
const ties = new WeakMap<Report, readonly Tie[]>();

/** Every money number of a claim with the cells that it repeats. */
export function allTies(report: Report): readonly Tie[] {
  const known = ties.get(report);
  if (known !== undefined) return known;
  const found = claimsOf(report).flatMap((at) => MONEY_ROLES.flatMap((role) => tiesOf(report, at, role)));
  ties.set(report, found);
  return found;
}

/** A sentence that says a wrong amount a second time is not told a second time. */
export function isRepetition(one: Tie, all: readonly Tie[]): boolean {
  const first = all.find(
    ({ at, cell, stated, is }) =>
      is === one.is &&
      cell.path === one.cell.path &&
      at.claim.section === one.at.claim.section &&
      at.claim.paragraph === one.at.claim.paragraph &&
      isSame(stated, one.stated),
  );
  return first !== undefined && first !== one;
}
