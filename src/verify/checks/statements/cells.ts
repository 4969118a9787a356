import type { Panel, Report } from '../../../normalize/report.js';
import type { Identity, Term } from '../../check.js';
import { childrenOf, codedRows, nearestAncestor, rowsByCode } from '../../code-tree.js';
import { evaluate } from '../../identity.js';
import {
  absentTerm,
  type Located,
  type LocatedRow,
  rowBy,
  rowsOf,
  subjectOf,
  sumIdentity,
  tableTerm,
} from '../../terms.js';
import { integerOf, stepOf } from '../../value.js';

/** Columns that hold the amount of a row where the form prints one amount, or a total before its parts. */
export const AMOUNT: readonly string[] = ['total', 'amount'];
/** Keys of the row 合计. */
export const TOTAL: readonly string[] = ['total', 'grand-total', 'current-total'];

/** Suffix of the columns that state what the report is about, where a form prints budget and final account side by side. */
function phaseOf(report: Report): string {
  return report.kind === 'budget' ? '-approved' : '-executed';
}

/** The first of these columns that the row prints; of a form with phases the one of the report's own. */
export function columnOf({ row }: LocatedRow, columns: readonly string[], report: Report): string | undefined {
  const phase = phaseOf(report);
  return columns.flatMap((column) => [column, column + phase]).find((column) => row.figures[column] !== undefined);
}

/** The figure in the first of these rows that the table prints, in the first of these columns that the row prints. */
export function cellOf(
  table: Located,
  panel: Panel | null,
  rows: readonly string[],
  columns: readonly string[],
  report: Report,
): Term | undefined {
  const lines = rowsOf(table, panel);
  const line = rows.map((key) => rowBy(lines, key)).find((one) => one !== undefined);
  const column = line && columnOf(line, columns, report);
  return line && column !== undefined ? tableTerm(line, column) : undefined;
}

/** What a table prints of one code in one column. */
export interface CodeCells {
  readonly terms: readonly Term[];
  /** Why these may not be all; `null` for no doubt. */
  readonly doubt: string | null;
}

/**
 * The figure of a classification code. Where the code itself is not printed: the rows below it (a list of items without their
 * classes), or nothing at all, which is nil only where the printed rows add up to the row above them.
 */
export function codeCells(
  table: Located,
  panel: Panel | null,
  code: string,
  columns: readonly string[],
  report: Report,
): CodeCells {
  const coded = codedRows(rowsOf(table, panel));
  const index = rowsByCode(coded);
  const own = index.get(code);
  if (own !== undefined)
    return { terms: own.flatMap(termIn(columns, report)), doubt: own.length > 1 ? `编码 ${code} 印了不止一次` : null };
  const above = nearestAncestor(code, index);
  const siblings = childrenOf(above, coded);
  const below = siblings.filter((row) => row.code.startsWith(code)).map(({ line }) => line);
  if (below.length > 0) return { terms: below.flatMap(termIn(columns, report)), doubt: null };
  // A table that stops at the class says nothing of its items.
  if (above !== null && siblings.length === 0) return { terms: [], doubt: null };
  const label = subjectOf(table, `${code}（表中没有这一行）`);
  return { terms: [absentTerm(label)], doubt: lossDoubt(table, panel, above, columns, report) };
}

function termIn(columns: readonly string[], report: Report) {
  return (line: LocatedRow): readonly Term[] => {
    const column = columnOf(line, columns, report);
    return column === undefined ? [] : [tableTerm(line, column)];
  };
}

const losses = new WeakMap<Located, Map<string, string | null>>();

/** Why a row that is not there may have been lost and not left out: the others do not add up to the row above them. */
function lossDoubt(
  table: Located,
  panel: Panel | null,
  above: string | null,
  columns: readonly string[],
  report: Report,
): string | null {
  const known = losses.get(table) ?? new Map<string, string | null>();
  losses.set(table, known);
  const key = [panel, above, ...columns].join('|');
  const doubt = known.get(key);
  if (doubt !== undefined) return doubt;
  const found = findLoss(table, panel, above, columns, report);
  known.set(key, found);
  return found;
}

function findLoss(
  table: Located,
  panel: Panel | null,
  above: string | null,
  columns: readonly string[],
  report: Report,
): string | null {
  const coded = codedRows(rowsOf(table, panel));
  const parts = childrenOf(above, coded).flatMap(({ line }) => termIn(columns, report)(line));
  const [parent] = above === null ? [] : (rowsByCode(coded).get(above) ?? []);
  const total = parent ? termIn(columns, report)(parent)[0] : listTotal(table, panel, columns, report);
  if (total === undefined) return '没有合计，不能断定没有印出的行就是零';
  const { outcome } = evaluate(sumIdentity('', total, parts, null));
  return outcome === 'exact' || outcome === 'rounding' || isNil(total)
    ? null
    : '印出的各行相加不等于其合计，可能漏读了行';
}

/** The total of the classes: 本年支出合计, in a form without one the grand total. */
function listTotal(table: Located, panel: Panel | null, columns: readonly string[], report: Report): Term | undefined {
  return cellOf(table, panel, ['current-total', 'total', 'grand-total'], columns, report);
}

/** Blank or zero, and readable. */
export function isNil(term: Term | undefined): boolean {
  return term?.figure != null && term.figure.reading !== 'unreadable' && (integerOf(term.figure) ?? 0) === 0;
}

/**
 * The same amount in two statements. E1 of the specification: one of two prints may be nudged by a last place; amounts that are added
 * first may each be rounded; and an amount in 元 is the one in 万元 within half a last place.
 */
export function sameAmount(
  subject: string,
  left: readonly Term[],
  right: readonly Term[],
  doubt: string | null = null,
): Identity {
  const steps = new Set([...left, ...right].flatMap(({ figure }) => stepOf(figure) ?? []));
  const single = left.length === 1 && right.length === 1;
  const shape = !single ? 'balance' : steps.size > 1 ? 'same-fact' : 'repeated';
  return { subject, shape, left, right, doubt };
}

/** Where a table prints codes, and in which column. */
export interface CodeColumn {
  readonly table: Located;
  readonly panel: Panel | null;
  readonly columns: readonly string[];
}

/** One code in two statements, or none where one of them does not go so deep. */
export function sameCode(left: CodeColumn, right: CodeColumn, code: string, report: Report): readonly Identity[] {
  const [a, b] = [left, right].map(({ table, panel, columns }) => codeCells(table, panel, code, columns, report));
  if (a === undefined || b === undefined || a.terms.length === 0 || b.terms.length === 0) return [];
  const named = [...a.terms, ...b.terms].find(({ path }) => path !== '');
  return [sameAmount(named?.label ?? code, a.terms, b.terms, a.doubt ?? b.doubt)];
}

/** The same amount on both sides, or none where one of the statements does not print it. */
export function sameCell(subject: string, left: Term | undefined, right: Term | undefined): readonly Identity[] {
  return left === undefined || right === undefined ? [] : [sameAmount(subject, [left], [right])];
}
