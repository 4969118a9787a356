import type Database from 'better-sqlite3';
import type { OcrReading } from '../extract/document.js';
import type { Repair } from '../normalize/printed.js';
import { wholeFen } from './whole-number.js';
import type { ReportOwner } from './write-places.js';

/** What is read from a picture. Each has a table `<owner>_reading` and says in `from_image` that it stands in a picture. */
export type ReadingOwner = 'figure' | 'raw_cell';

/** Prepares the writing of readings: a function that stores those of one figure or cell in their order. */
export function readingWriter(
  database: Database.Database,
  owner: ReadingOwner,
): (ownerId: number, readings: readonly OcrReading[]) => void {
  const insert = database.prepare(
    `INSERT INTO ${owner}_reading (${owner}_id, ordinal, engine, text, confidence) VALUES (?, ?, ?, ?, ?)`,
  );
  return (ownerId, readings) => {
    for (const [ordinal, { engine, text, confidence }] of readings.entries()) {
      insert.run(ownerId, ordinal, engine, text, confidence);
    }
  };
}

/** Prepares the writing of repairs: a function that stores why the amount of a figure is not the one that was read. */
export function repairWriter(
  database: Database.Database,
): (report: ReportOwner, path: string, figureId: number, repair: Repair) => void {
  const insert = database.prepare(
    `INSERT INTO figure_repair (figure_id, read_fen, read_step_fen, checks, reading_engine, reading_text, reading_confidence)
     VALUES (?, ?, ?, ?, ?, ?, ?)`,
  );
  return (report, path, figureId, { read, checks, reading }) => {
    insert.run(
      figureId,
      wholeFen(report, path, read?.fen ?? null),
      wholeFen(report, path, read?.stepFen ?? null),
      JSON.stringify(checks),
      reading?.engine ?? null,
      reading?.text ?? null,
      reading?.confidence ?? null,
    );
  };
}
