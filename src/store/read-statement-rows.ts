import type Database from 'better-sqlite3';
import { z } from 'zod';
import type { ClassificationCode, Figure, StatementRow } from '../normalize/report.js';
import { readPlaces } from './read-places.js';
import { editsSchema } from './read-quantities.js';
import { readReadings, readRepairs, toReadings } from './read-readings.js';
import { byOwner, readRows } from './rows.js';

/** The columns of a classification code, all empty where there is none. */
export const codeSchema = z.object({
  code_scheme: z.enum(['functional', 'department-economic', 'government-economic', 'revenue']).nullable(),
  code: z.string().nullable(),
  code_printed: z.string().nullable(),
  code_match: z.enum(['known', 'other-name', 'unknown-code', 'unlikely']).nullable(),
  catalogue_name: z.string().nullable(),
});

/** A classification code out of its columns. */
export function toCode(row: z.infer<typeof codeSchema>): ClassificationCode | null {
  const { code_scheme: scheme, code, code_printed: printed, code_match: match, catalogue_name: catalogueName } = row;
  return scheme === null || code === null || printed === null || match === null
    ? null
    : { scheme, code, printed, match, catalogueName };
}

const rowSchema = codeSchema.extend({
  owner: z.number(),
  id: z.number(),
  panel: z.enum(['revenue', 'expenditure']).nullable(),
  row_key: z.string(),
  label: z.string(),
  edits: editsSchema.nullable(),
});

const figureSchema = z.object({
  owner: z.number(),
  id: z.number(),
  column_key: z.string(),
  printed: z.string(),
  reading: z.enum(['amount', 'blank', 'dash', 'unreadable']),
  amount_fen: z.number().nullable(),
  step_fen: z.number().nullable(),
  edits: editsSchema,
  confidence: z.number().nullable(),
  status: z.enum(['verified', 'consistent', 'unverified', 'disputed', 'repaired']),
  from_image: z.number(),
});

/** The rows of all statements of a report with their figures, by the id of the statement. A few questions, whatever its size. */
export function readStatementRows(
  database: Database.Database,
  reportId: number,
): ReadonlyMap<number, readonly StatementRow[]> {
  const figures = readFigures(database, reportId);
  const places = readPlaces(database, 'statement_row', reportId);
  const rows = readRows(
    database,
    rowSchema,
    `SELECT statement_id AS owner, row_.id, panel, row_key, label, code_scheme, code, code_printed, code_match, catalogue_name, edits
     FROM statement JOIN statement_row AS row_ ON row_.statement_id = statement.id
     WHERE statement.report_id = ? ORDER BY statement_id, row_.ordinal`,
    reportId,
  );
  return byOwner(rows, (row) => ({
    panel: row.panel,
    key: row.row_key,
    label: row.label,
    code: toCode(row),
    figures: Object.fromEntries(figures.get(row.id) ?? []),
    places: places.get(row.id) ?? [],
    ...(row.edits === null ? {} : { edits: row.edits }),
  }));
}

function readFigures(
  database: Database.Database,
  reportId: number,
): ReadonlyMap<number, readonly (readonly [string, Figure])[]> {
  const places = readPlaces(database, 'figure', reportId);
  const readings = readReadings(database, 'figure', reportId);
  const repairs = readRepairs(database, reportId);
  const rows = readRows(
    database,
    figureSchema,
    `SELECT row_id AS owner, id, column_key, printed, reading, amount_fen, step_fen, edits, confidence, status, from_image
     FROM figure WHERE report_id = ? ORDER BY row_id, ordinal`,
    reportId,
  );
  return byOwner(rows, ({ id, column_key, printed, reading, amount_fen: fen, step_fen: stepFen, ...row }) => {
    const amount = fen === null || stepFen === null ? null : { fen, stepFen };
    const { edits, confidence, status } = row;
    const repair = repairs.get(id);
    const figure: Figure = {
      ...{ printed, reading, amount, edits, places: places.get(id) ?? [], confidence, status },
      ...toReadings(row.from_image, readings.get(id)),
      ...(repair === undefined ? {} : { repair }),
    };
    return [column_key, figure] as const;
  });
}
