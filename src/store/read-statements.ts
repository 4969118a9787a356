import type Database from 'better-sqlite3';
import { z } from 'zod';
import type { GridCell } from '../extract/document.js';
import { STATEMENT_KINDS, type Statement } from '../normalize/report.js';
import { readPlaces } from './read-places.js';
import { readReadings, toReadings } from './read-readings.js';
import { readStatementRows } from './read-statement-rows.js';
import { byOwner, readRows } from './rows.js';

const statementSchema = z.object({
  id: z.number(),
  kind: z.enum(STATEMENT_KINDS),
  title: z.string(),
  unit: z.string().nullable(),
  declared_empty: z.number(),
});

const columnSchema = z.object({
  owner: z.number(),
  key: z.string(),
  header: z.string(),
  phase: z.enum(['approved', 'adjusted', 'executed']).nullable(),
  panel: z.enum(['revenue', 'expenditure']).nullable(),
});

/** The statements of a report in their order, with their rows and figures. A few questions, whatever their number. */
export function readStatements(database: Database.Database, reportId: number): readonly Statement[] {
  const statements = readRows(
    database,
    statementSchema,
    'SELECT id, kind, title, unit, declared_empty FROM statement WHERE report_id = ? ORDER BY ordinal',
    reportId,
  );
  const columns = byOwner(
    readRows(
      database,
      columnSchema,
      `SELECT statement_id AS owner, column_key AS "key", header, phase, panel FROM statement_column
       WHERE statement_id IN (SELECT id FROM statement WHERE report_id = ?) ORDER BY statement_id, ordinal`,
      reportId,
    ),
    ({ owner: _owner, ...column }) => column,
  );
  const pages = byOwner(
    readRows(
      database,
      z.object({ owner: z.number(), page: z.number() }),
      'SELECT statement_id AS owner, page FROM statement_page WHERE report_id = ? ORDER BY statement_id, ordinal',
      reportId,
    ),
    ({ page }) => page,
  );
  const notes = byOwner(
    readRows(
      database,
      z.object({ owner: z.number(), text: z.string() }),
      `SELECT statement_id AS owner, text FROM statement_note
       WHERE statement_id IN (SELECT id FROM statement WHERE report_id = ?) ORDER BY statement_id, ordinal`,
      reportId,
    ),
    ({ text }) => text,
  );
  const places = readPlaces(database, 'statement', reportId);
  const cells = readCells(database, reportId);
  const rows = readStatementRows(database, reportId);
  return statements.map(({ id, kind, title, unit, declared_empty }) => ({
    kind,
    title,
    unit,
    pages: pages.get(id) ?? [],
    places: places.get(id) ?? [],
    declaredEmpty: declared_empty === 1,
    columns: columns.get(id) ?? [],
    rows: rows.get(id) ?? [],
    notes: notes.get(id) ?? [],
    cells: cells.get(id) ?? [],
  }));
}

const cellSchema = z.object({
  owner: z.number(),
  id: z.number(),
  row: z.number(),
  column: z.number(),
  rowSpan: z.number(),
  columnSpan: z.number(),
  text: z.string(),
  confidence: z.number().nullable(),
  fromImage: z.number(),
});

function readCells(database: Database.Database, reportId: number): ReadonlyMap<number, readonly GridCell[]> {
  const places = readPlaces(database, 'raw_cell', reportId);
  const readings = readReadings(database, 'raw_cell', reportId);
  const rows = readRows(
    database,
    cellSchema,
    `SELECT statement_id AS owner, raw_cell.id, grid_row AS "row", grid_column AS "column", row_span AS rowSpan,
       column_span AS columnSpan, text, confidence, from_image AS fromImage
     FROM statement JOIN raw_cell ON raw_cell.statement_id = statement.id
     WHERE statement.report_id = ? ORDER BY statement_id, raw_cell.ordinal`,
    reportId,
  );
  return byOwner(rows, ({ owner: _owner, id, fromImage, ...cell }) => ({
    ...cell,
    places: places.get(id) ?? [],
    ...toReadings(fromImage, readings.get(id)),
  }));
}
