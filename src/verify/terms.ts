import type { Quantity } from '../normalize/printed.js';
import type { Panel, Report, Statement, StatementKind, StatementRow } from '../normalize/report.js';
import type { Identity, Term } from './check.js';

/** A statement with its index in the report, from which the paths of its figures are made. */
export interface Located {
  readonly index: number;
  readonly statement: Statement;
}

/** A row of a located statement with its index among the rows. */
export interface LocatedRow {
  readonly table: Located;
  readonly index: number;
  readonly row: StatementRow;
}

/*
 * Each check looks up the same rows again. What was found is kept for as long as the report lives: a statement is a value and does
 * not change.
 */
const located = new WeakMap<Report, readonly Located[]>();
const rowsOfPanel = new WeakMap<Located, Map<Panel | null, readonly LocatedRow[]>>();
const columnsOfRow = new WeakMap<StatementRow, readonly string[]>();
const rowsByKey = new WeakMap<readonly LocatedRow[], ReadonlyMap<string, LocatedRow>>();

/** The statements of these kinds, in the order of the report. */
export function statementsOf(report: Report, kinds: ReadonlySet<StatementKind>): readonly Located[] {
  const all = located.get(report) ?? report.statements.map((statement, index) => ({ index, statement }));
  located.set(report, all);
  return all.filter(({ statement }) => kinds.has(statement.kind));
}

/** The rows of one panel (`null`: of a table without panels), in printed order. */
export function rowsOf(table: Located, panel: Panel | null): readonly LocatedRow[] {
  const panels = rowsOfPanel.get(table) ?? new Map<Panel | null, readonly LocatedRow[]>();
  rowsOfPanel.set(table, panels);
  const known = panels.get(panel);
  if (known !== undefined) return known;
  const lines = table.statement.rows
    .map((row, index) => ({ table, index, row }))
    .filter(({ row }) => row.panel === panel);
  panels.set(panel, lines);
  return lines;
}

/** The row with this key; the first one, should there be several. */
export function rowBy(lines: readonly LocatedRow[], key: string): LocatedRow | undefined {
  const index = rowsByKey.get(lines) ?? new Map([...lines].reverse().map((line) => [line.row.key, line]));
  rowsByKey.set(lines, index);
  return index.get(key);
}

/** Keys of the columns whose meaning is known. 'column-N' may be line numbers or remarks: nothing is summed over it. */
export function knownColumns(row: StatementRow): readonly string[] {
  const known = columnsOfRow.get(row) ?? Object.keys(row.figures).filter((key) => !/^column-\d+$/.test(key));
  columnsOfRow.set(row, known);
  return known;
}

/** Header of a column for people: its lowest printed cell, or the key where it has no header. */
export function columnLabel({ statement }: Located, panel: Panel | null, key: string): string {
  const column = statement.columns.find((candidate) => candidate.key === key && candidate.panel === panel);
  return column?.header.split('/').at(-1) || key;
}

/** "208 社会保障和就业支出", or the key of a row without a label. */
export function rowLabel({ row }: LocatedRow): string {
  return [row.code?.code, row.label].filter(Boolean).join(' ') || row.key;
}

/** 支出决算表，208 社会保障和就业支出，基本支出: what an identity is about. */
export function subjectOf(table: Located, ...details: readonly string[]): string {
  return [table.statement.title || table.statement.kind, ...details].join('，');
}

function term(line: LocatedRow, column: string, label: string): Term {
  const figure = line.row.figures[column] ?? null;
  return { sign: 1, label, path: figure ? `${line.table.index}/${line.index}/${column}` : '', figure };
}

/** A figure as part of a sum down a column, named by its row. */
export function downTerm(line: LocatedRow, column: string): Term {
  return term(line, column, rowLabel(line));
}

/** A figure as part of a sum along a row, named by its column. */
export function alongTerm(line: LocatedRow, column: string): Term {
  return term(line, column, columnLabel(line.table, line.row.panel, column));
}

/** A figure that the identity needs and the table does not have. */
export function missingTerm(label: string): Term {
  return { sign: 1, label, path: '', figure: null };
}

/**
 * A row that the table rightly does not print, since there is nothing in it: nil, unlike {@link missingTerm}. Only where the printed
 * rows are known to be all.
 */
export function absentTerm(label: string): Term {
  const nothing = { printed: '', edits: [], places: [], confidence: null, status: 'unverified' } as const;
  return { sign: 1, label, path: '', figure: { ...nothing, reading: 'blank', amount: null } };
}

/** A figure named by its statement, row and column, for identities between statements. */
export function tableTerm(line: LocatedRow, column: string): Term {
  const name = subjectOf(line.table, rowLabel(line));
  const several = knownColumns(line.row).length > 1;
  return term(line, column, several ? `${name}，${columnLabel(line.table, line.row.panel, column)}` : name);
}

/** A quantity of the prose or of an evaluation as a term; `path` from `normalize/quantities.ts`. */
export function quantityTerm(path: string, label: string, quantity: Quantity): Term {
  return { sign: 1, label, path, figure: quantity };
}

/** The total on the left, its parts on the right. */
export function sumIdentity(subject: string, total: Term, parts: readonly Term[], doubt: string | null): Identity {
  return { subject, shape: 'sum', left: [total], right: parts, doubt };
}

/** A cell that is not certainly zero: an amount other than 0, or something that could not be read. */
function isOccupied(row: StatementRow, column: string): boolean {
  const figure = row.figures[column];
  if (figure === undefined) return false;
  return figure.reading === 'unreadable' || (figure.amount !== null && figure.amount.fen !== 0);
}

/** Doubt about a sum down a column: a row that is not understood holds a value in it, and may be a part. */
export function rowDoubt(
  lines: readonly LocatedRow[],
  column: string,
  isUnderstood: (line: LocatedRow) => boolean,
): string | null {
  const stranger = lines.find((line) => !isUnderstood(line) && isOccupied(line.row, column));
  return stranger ? `没有认出“${rowLabel(stranger)}”这一行，它可能是其中一项` : null;
}

/** Doubt about a sum along a row: a column that is not understood holds a value, and may be a part. */
export function columnDoubt({ row, table }: LocatedRow): string | null {
  const known = new Set(knownColumns(row));
  const stranger = Object.keys(row.figures).find((key) => !known.has(key) && isOccupied(row, key));
  return stranger ? `没有认出“${columnLabel(table, row.panel, stranger)}”这一列，它可能是其中一项` : null;
}
