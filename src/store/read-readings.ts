import type Database from 'better-sqlite3';
import { z } from 'zod';
import type { OcrReading } from '../extract/document.js';
import type { Repair } from '../normalize/printed.js';
import { byOwner, readRows } from './rows.js';
import type { ReadingOwner } from './write-readings.js';

/** The figures or raw cells of a report, their ids. */
const OF_REPORT: Readonly<Record<ReadingOwner, string>> = {
  figure: 'SELECT id FROM figure WHERE report_id = ?',
  raw_cell:
    'SELECT raw_cell.id FROM statement JOIN raw_cell ON raw_cell.statement_id = statement.id WHERE report_id = ?',
};

const readingSchema = z.object({ owner: z.number(), engine: z.string(), text: z.string(), confidence: z.number() });

/** The readings of one kind of record in a report, by the id of the record, in their order. */
export function readReadings(
  database: Database.Database,
  owner: ReadingOwner,
  reportId: number,
): ReadonlyMap<number, readonly OcrReading[]> {
  const rows = readRows(
    database,
    readingSchema,
    `SELECT ${owner}_id AS owner, engine, text, confidence FROM ${owner}_reading
     WHERE ${owner}_id IN (${OF_REPORT[owner]}) ORDER BY ${owner}_id, ordinal`,
    reportId,
  );
  return byOwner(rows, ({ owner: _owner, ...reading }) => reading);
}

/** `readings` of what stands in a picture, possibly none; nothing of what does not. */
export function toReadings(
  fromImage: number,
  readings: readonly OcrReading[] = [],
): { readonly readings?: readonly OcrReading[] } {
  return fromImage === 1 ? { readings } : {};
}

const repairSchema = z.object({
  id: z.number(),
  fen: z.number().nullable(),
  stepFen: z.number().nullable(),
  checks: z.string().transform((json) => z.array(z.string()).parse(JSON.parse(json))),
  engine: z.string().nullable(),
  text: z.string().nullable(),
  confidence: z.number().nullable(),
});

/** The repairs of a report, by the id of the figure. */
export function readRepairs(database: Database.Database, reportId: number): ReadonlyMap<number, Repair> {
  const rows = readRows(
    database,
    repairSchema,
    `SELECT figure_id AS id, read_fen AS fen, read_step_fen AS stepFen, checks, reading_engine AS engine, reading_text AS text,
       reading_confidence AS confidence
     FROM figure_repair WHERE figure_id IN (${OF_REPORT.figure})`,
    reportId,
  );
  return new Map(rows.map(({ id, ...row }) => [id, toRepair(row)]));
}

function toRepair({
  fen,
  stepFen,
  checks,
  engine,
  text,
  confidence,
}: Omit<z.infer<typeof repairSchema>, 'id'>): Repair {
  const read = fen === null || stepFen === null ? null : { fen, stepFen };
  const reading = engine === null || text === null || confidence === null ? null : { engine, text, confidence };
  return { read, checks, reading };
}
