import type Database from 'better-sqlite3';
import { z } from 'zod';
import { DIAGNOSES } from '../normalize/report.js';
import { inStore } from './connection.js';
import { readRows } from './rows.js';
import { prepared } from './store.js';

const runSchema = z.object({
  id: z.number(),
  state: z.enum(['running', 'done', 'interrupted', 'broken-off']),
  startedAt: z.string(),
  /** Of a run that still runs: its last sign of life. */
  endedAt: z.string(),
  programVersion: z.string(),
  ocr: z.string(),
  /** Documents that the run was to see to, and how many of them were stored already. */
  documents: z.number(),
  skipped: z.number(),
});

const documentSchema = z.object({
  run: z.number(),
  file: z.string(),
  sha256: z.string().nullable(),
  state: z.string(),
  attempts: z.number(),
  seconds: z.number().nullable(),
  pages: z.number().nullable(),
  ocrPages: z.number().nullable(),
  engine: z.string().nullable(),
  errorClass: z.string().nullable(),
  reason: z.string().nullable(),
  remedy: z.string().nullable(),
  /** The report that the document became; `null` where it became none. */
  report: z.number().nullable(),
  /** The report that this one replaces. */
  replaces: z.number().nullable(),
  errors: z.number(),
  warnings: z.number(),
});

const contradictionSchema = z.object({
  check: z.string(),
  severity: z.enum(['error', 'warning']),
  diagnosis: z.enum(DIAGNOSES).nullable(),
  message: z.string(),
  /** "2、7"; `null` for a finding about the whole report. */
  pages: z.string().nullable(),
});

const addressSchema = z.object({
  url: z.string(),
  state: z.enum(['waiting', 'failed']),
  error: z.string(),
  attempts: z.number(),
  nextAttemptAt: z.string().nullable(),
});

const quarantinedSchema = z.object({
  /** The run that read it last, and when. */
  run: z.number(),
  since: z.string(),
  file: z.string(),
  sha256: z.string(),
  attempts: z.number(),
  errorClass: z.string(),
  reason: z.string(),
  remedy: z.string().nullable(),
});

const originSchema = z.object({ url: z.string() });

/** A run as a digest tells it. Times in ISO 8601. */
export type NewsRun = Readonly<z.infer<typeof runSchema>>;
/** The last word of some runs on a file. */
export type NewsDocument = Readonly<z.infer<typeof documentSchema>>;
/** A finding of severity error or warning. */
export type Contradiction = Readonly<z.infer<typeof contradictionSchema>>;
/** An address that has no document, or whose document could not be asked for again. */
export type MissedAddress = Readonly<z.infer<typeof addressSchema>>;
/** Content that imports pass over, as the last reading of it gives the reason. */
export type Quarantined = Readonly<z.infer<typeof quarantinedSchema>>;

/** What imports brought, for a digest: asks only for what the chosen runs touched. Close it when done. */
export interface RunNews {
  /** The runs, the oldest first: one, or those that were at work at `since` (ISO 8601) or later; without either the newest, with those before it that it goes on from. */
  runs(chosen: { readonly run?: number; readonly since?: string }): readonly NewsRun[];
  documents(runs: readonly number[]): readonly NewsDocument[];
  /** The first findings of a report, the worst first. */
  contradictions(report: number, limit: number): readonly Contradiction[];
  /** The address that gave these bytes; the first, where several did. */
  origin(sha256: string): string | null;
  missedAddresses(): readonly MissedAddress[];
  /** What stands in quarantine for this version of the program, from whatever run, the newest first. Each content once; one whose file has other bytes since is left out. */
  quarantine(programVersion: string): readonly Quarantined[];
  close(): void;
}

/**
 * Opens a database to read what its imports brought.
 * @throws NotFoundError where there is none
 * @throws StoreError as `openStore` does
 */
export function openRunNews(file: string): RunNews {
  return new SqliteRunNews(file, prepared(file, true));
}

const RUNS = `SELECT id, state, started_at AS startedAt, coalesce(ended_at, heartbeat_at) AS endedAt, program_version AS programVersion,
  ocr_mode AS ocr, documents, skipped FROM import_run`;

/**
 * A run that was killed between storing a report and saying so left an item that broke off: its report is there, and news all the same.
 * A file that has several items in the runs counts with the last one.
 */
const DOCUMENTS = `
  WITH item AS (
    SELECT * FROM import_item WHERE id IN (
      SELECT max(id) FROM import_item WHERE run_id IN (SELECT value FROM json_each(?)) GROUP BY file
    )
  )
  SELECT
    item.run_id AS run, item.file, item.sha256,
    iif(item.state = 'broken-off' AND report.id IS NOT NULL, 'stored', item.state) AS state,
    item.attempts, item.seconds, item.pages, item.ocr_pages AS ocrPages, item.engine,
    item.error_class AS errorClass, item.reason, item.remedy, report.id AS report, report.replaces,
    (SELECT count(*) FROM finding WHERE finding.report_id = report.id AND severity = 'error') AS errors,
    (SELECT count(*) FROM finding WHERE finding.report_id = report.id AND severity = 'warning') AS warnings
  FROM item
  LEFT JOIN report ON report.sha256 = item.sha256
    AND (item.state IN ('stored', 'replaced') OR (item.state = 'broken-off' AND report.imported_at >= item.started_at))
  ORDER BY item.id`;

const CONTRADICTIONS = `
  SELECT check_id AS "check", severity, diagnosis, message, (
    SELECT group_concat(page, '、')
    FROM (SELECT DISTINCT page FROM finding_place WHERE finding_place.finding_id = finding.id ORDER BY page)
  ) AS pages
  FROM finding WHERE report_id = ? AND severity IN ('error', 'warning') ORDER BY severity, ordinal LIMIT ?`;

/** As `ImportRuns.quarantined` tells it of one content. What was begun and not ended is no word on it. */
const QUARANTINE = `
  SELECT item.run_id AS run, item.started_at AS since, item.file, item.sha256, item.attempts, item.error_class AS errorClass, item.reason, item.remedy
  FROM import_run AS run CROSS JOIN import_item AS item ON item.run_id = run.id
  WHERE run.program_version = :programVersion AND item.state = 'quarantined'
    AND item.id = (
      SELECT later.id FROM import_item AS later JOIN import_run ON import_run.id = later.run_id
      WHERE later.sha256 = item.sha256 AND program_version = :programVersion AND later.state NOT IN ('reading', 'broken-off')
      ORDER BY later.id DESC LIMIT 1
    )
    AND NOT EXISTS (
      SELECT 1 FROM import_item AS later
      WHERE later.file = item.file AND later.id > item.id AND later.sha256 <> item.sha256 AND later.state NOT IN ('reading', 'broken-off')
    )
  ORDER BY item.id DESC`;

class SqliteRunNews implements RunNews {
  readonly #file: string;
  readonly #database: Database.Database;

  constructor(file: string, database: Database.Database) {
    this.#file = file;
    this.#database = database;
  }

  runs({ run, since }: Parameters<RunNews['runs']>[0]): readonly NewsRun[] {
    if (run !== undefined) return this.#read(runSchema, `${RUNS} WHERE id = ?`, run);
    if (since !== undefined) {
      // The last sign of life of a run that was killed may be two minutes older than its last document.
      const where = `state = 'running' OR coalesce(ended_at, heartbeat_at) >= :since
        OR (state = 'broken-off' AND julianday(heartbeat_at) + 2.0 / 1440 >= julianday(:since))`;
      return this.#read(runSchema, `${RUNS} WHERE ${where} ORDER BY id`, { since });
    }
    const lastDone = `SELECT max(id) FROM import_run WHERE state = 'done' AND id < (SELECT max(id) FROM import_run)`;
    return this.#read(runSchema, `${RUNS} WHERE id > ifnull((${lastDone}), 0) ORDER BY id`);
  }

  documents(runs: readonly number[]): readonly NewsDocument[] {
    return this.#read(documentSchema, DOCUMENTS, JSON.stringify(runs));
  }

  contradictions(report: number, limit: number): readonly Contradiction[] {
    return this.#read(contradictionSchema, CONTRADICTIONS, report, limit);
  }

  origin(sha256: string): string | null {
    const [first] = this.#read(
      originSchema,
      `SELECT url FROM download WHERE sha256 = :sha256
       UNION ALL SELECT final_url FROM download_earlier WHERE sha256 = :sha256 LIMIT 1`,
      { sha256 },
    );
    return first?.url ?? null;
  }

  missedAddresses(): readonly MissedAddress[] {
    return this.#read(
      addressSchema,
      `SELECT url, state, last_error AS error, attempts, next_attempt_at AS nextAttemptAt FROM download
       WHERE state IN ('waiting', 'failed') ORDER BY id`,
    );
  }

  quarantine(programVersion: string): readonly Quarantined[] {
    return this.#read(quarantinedSchema, QUARANTINE, { programVersion });
  }

  close(): void {
    this.#database.close();
  }

  #read<Row>(
    schema: z.ZodType<Row>,
    sql: string,
    ...parameters: readonly (string | number | Readonly<Record<string, string>>)[]
  ): readonly Row[] {
    return inStore(this.#file, () => readRows(this.#database, schema, sql, ...parameters));
  }
}
