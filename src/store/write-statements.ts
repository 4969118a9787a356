import type Database from 'better-sqlite3';
import type { GridCell } from '../extract/document.js';
import type { Statement, StatementColumn, StatementRow } from '../normalize/report.js';
import { UnstorableReportError } from './store-error.js';
import { figureWriter, type WriteFigure } from './write-figures.js';
import type { PlaceOwner, ReportOwner, WritePlaces } from './write-places.js';
import { readingWriter } from './write-readings.js';

/** Ids of the stored statements in their order, and of the figures by their path `<statement>/<row>/<column key>`. */
export interface StatementIds {
  readonly statements: readonly number[];
  readonly figures: ReadonlyMap<string, number>;
}

/** Prepares the writing of statements. Runs inside the transaction of the report. */
export function statementWriter(
  database: Database.Database,
  places: Readonly<Record<PlaceOwner, WritePlaces>>,
): (report: ReportOwner, statements: readonly Statement[]) => StatementIds {
  const insertStatement = database.prepare(
    'INSERT INTO statement (report_id, ordinal, kind, title, unit, declared_empty) VALUES (?, ?, ?, ?, ?, ?)',
  );
  const insertPage = database.prepare(
    'INSERT INTO statement_page (statement_id, ordinal, report_id, page) VALUES (?, ?, ?, ?)',
  );
  const insertNote = database.prepare('INSERT INTO statement_note (statement_id, ordinal, text) VALUES (?, ?, ?)');
  const insertColumn = database.prepare(
    'INSERT INTO statement_column (statement_id, ordinal, column_key, header, phase, panel) VALUES (?, ?, ?, ?, ?, ?)',
  );
  const insertCell = database.prepare(
    `INSERT INTO raw_cell (statement_id, ordinal, grid_row, grid_column, row_span, column_span, text, confidence,
       from_image)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  const writeReadings = readingWriter(database, 'raw_cell');
  const writeRow = rowWriter(database, places, figureWriter(database, places));

  function writeCell(report: ReportOwner, statementId: number, ordinal: number, cell: GridCell): void {
    const { row, column, rowSpan, columnSpan, text, confidence, readings } = cell;
    const fromImage = readings === undefined ? 0 : 1;
    const stored = insertCell.run(statementId, ordinal, row, column, rowSpan, columnSpan, text, confidence, fromImage);
    const id = Number(stored.lastInsertRowid);
    places.raw_cell(report, id, cell.places);
    writeReadings(id, readings ?? []);
  }

  return (report, statements) => {
    const statementIds: number[] = [];
    const figureIds = new Map<string, number>();
    for (const [at, statement] of statements.entries()) {
      const { kind, title, unit, declaredEmpty } = statement;
      const stored = insertStatement.run(report.id, at, kind, title, unit, declaredEmpty ? 1 : 0);
      const statementId = Number(stored.lastInsertRowid);
      statementIds.push(statementId);
      places.statement(report, statementId, statement.places);
      for (const [ordinal, page] of statement.pages.entries()) insertPage.run(statementId, ordinal, report.id, page);
      for (const [ordinal, note] of statement.notes.entries()) insertNote.run(statementId, ordinal, note);
      const columns = statement.columns.map((column, ordinal): StoredColumn => {
        const { key, header, phase, panel } = column;
        const row = insertColumn.run(statementId, ordinal, key, header, phase, panel);
        return { id: Number(row.lastInsertRowid), column };
      });
      for (const [ordinal, row] of statement.rows.entries()) {
        writeRow(report, { statementId, columns, path: `${at}/${ordinal}`, ordinal }, row, figureIds);
      }
      for (const [ordinal, cell] of statement.cells.entries()) writeCell(report, statementId, ordinal, cell);
    }
    return { statements: statementIds, figures: figureIds };
  };
}

interface StoredColumn {
  readonly id: number;
  readonly column: StatementColumn;
}

/** Where a row belongs: its statement, the columns of that, and `<statement>/<row>`. */
interface RowContext {
  readonly statementId: number;
  readonly columns: readonly StoredColumn[];
  readonly path: string;
  readonly ordinal: number;
}

function rowWriter(
  database: Database.Database,
  places: Readonly<Record<PlaceOwner, WritePlaces>>,
  writeFigure: WriteFigure,
): (report: ReportOwner, context: RowContext, row: StatementRow, figureIds: Map<string, number>) => void {
  const insertRow = database.prepare(
    `INSERT INTO statement_row (statement_id, ordinal, panel, row_key, label, code_scheme, code, code_printed,
       code_match, catalogue_name, edits)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  return (report, context, row, figureIds) => {
    const { code } = row;
    const stored = insertRow.run(
      context.statementId,
      context.ordinal,
      row.panel,
      row.key,
      row.label,
      code?.scheme ?? null,
      code?.code ?? null,
      code?.printed ?? null,
      code?.match ?? null,
      code?.catalogueName ?? null,
      row.edits === undefined ? null : JSON.stringify(row.edits),
    );
    const rowId = Number(stored.lastInsertRowid);
    places.statement_row(report, rowId, row.places);
    for (const [ordinal, [key, figure]] of Object.entries(row.figures).entries()) {
      const path = `${context.path}/${key}`;
      const columnId = columnOf(report, path, context.columns, key, row.panel);
      figureIds.set(path, writeFigure(report, { path, rowId, columnId, columnKey: key, ordinal }, figure));
    }
  };
}

/** The column of a figure: the one of its row's panel; in a two-sided form both panels may have a column "amount". */
function columnOf(
  report: ReportOwner,
  path: string,
  columns: readonly StoredColumn[],
  key: string,
  panel: StatementRow['panel'],
): number {
  const named = columns.filter(({ column }) => column.key === key);
  const found = named.find(({ column }) => column.panel === panel) ?? named.find(({ column }) => column.panel === null);
  if (found) return found.id;
  const keys = columns.map(({ column }) => `${column.panel ?? 'no panel'}:${column.key}`).join(', ') || 'no column';
  throw new UnstorableReportError(report.file, `figure ${path}`, `a column ${panel ?? 'no panel'}:${key}`, keys);
}
