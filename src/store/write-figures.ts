import type Database from 'better-sqlite3';
import type { Figure } from '../normalize/report.js';
import { UnstorableReportError } from './store-error.js';
import type { PlaceOwner, ReportOwner, WritePlaces } from './write-places.js';

/** Where a figure belongs. `path` is `<statement>/<row>/<column key>`. */
export interface FigureContext {
  readonly path: string;
  readonly rowId: number;
  readonly columnId: number;
  readonly columnKey: string;
  readonly ordinal: number;
}

/** Stores a figure with its places and gives its id. */
export type WriteFigure = (report: ReportOwner, context: FigureContext, figure: Figure) => number;

/** Prepares the writing of figures. Runs inside the transaction of the report. */
export function figureWriter(
  database: Database.Database,
  places: Readonly<Record<PlaceOwner, WritePlaces>>,
): WriteFigure {
  const insert = database.prepare(
    `INSERT INTO figure (report_id, row_id, column_id, column_key, ordinal, printed, reading, amount_fen, step_fen,
       confidence, status, edits)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
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
    );
    const id = Number(lastInsertRowid);
    places.figure(report, id, figure.places);
    return id;
  };
}

/**
 * An integer as the database keeps it. SQLite would take NaN for NULL, which would make a slip of the program look like a
 * cell that could not be read.
 * @throws UnstorableReportError for what is not a whole number of `unit`
 */
export function wholeNumber(report: ReportOwner, where: string, value: number | null, unit: string): number | null {
  if (value === null || Number.isSafeInteger(value)) return value;
  throw new UnstorableReportError(report.file, where, `a whole number of ${unit}`, String(value));
}

/** Money in fen, see {@link wholeNumber}. */
export function wholeFen(report: ReportOwner, where: string, fen: number | null): number | null {
  return wholeNumber(report, where, fen, 'fen');
}
