import type Database from 'better-sqlite3';
import type { Figure } from '../normalize/report.js';
import { UnstorableReportError } from './store-error.js';
import { wholeFen } from './whole-number.js';
import type { PlaceOwner, ReportOwner, WritePlaces } from './write-places.js';
import { readingWriter, repairWriter } from './write-readings.js';

/** Where a figure belongs. `path` is `<statement>/<row>/<column key>`. */
export interface FigureContext {
  readonly path: string;
  readonly rowId: number;
  readonly columnId: number;
  readonly columnKey: string;
  readonly ordinal: number;
}

/** Stores a figure with its places, its readings and its repair, and gives its id. */
export type WriteFigure = (report: ReportOwner, context: FigureContext, figure: Figure) => number;

/** Prepares the writing of figures. Runs inside the transaction of the report. */
export function figureWriter(
  database: Database.Database,
  places: Readonly<Record<PlaceOwner, WritePlaces>>,
): WriteFigure {
  const insert = database.prepare(
    `INSERT INTO figure (report_id, row_id, column_id, column_key, ordinal, printed, reading, amount_fen, step_fen,
       confidence, status, edits, from_image)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  const writeReadings = readingWriter(database, 'figure');
  const writeRepair = repairWriter(database);
  return (report, { path, rowId, columnId, columnKey, ordinal }, figure) => {
    // Every number must be provable on the paper.
    if (figure.places.length === 0) {
      throw new UnstorableReportError(
        report.file,
        `figure ${path} ("${figure.printed}")`,
        'at least one place',
        'none',
      );
    }
    const { lastInsertRowid } = insert.run(
      report.id,
      rowId,
      columnId,
      columnKey,
      ordinal,
      figure.printed,
      figure.reading,
      wholeFen(report, path, figure.amount?.fen ?? null),
      wholeFen(report, path, figure.amount?.stepFen ?? null),
      figure.confidence,
      figure.status,
      JSON.stringify(figure.edits),
      figure.readings === undefined ? 0 : 1,
    );
    const id = Number(lastInsertRowid);
    places.figure(report, id, figure.places);
    writeReadings(id, figure.readings ?? []);
    if (figure.repair !== undefined) writeRepair(report, path, id, figure.repair);
    return id;
  };
}
