import type Database from 'better-sqlite3';
import { z } from 'zod';
import { arrivalOf } from './arrivals.js';
import { inStore } from './connection.js';
import { readRow, readRows } from './rows.js';
import { prepared } from './store.js';

/** A run of `juesuan import`. `broken-off`: its process is gone without a word (kill -9, power loss). */
export interface ImportRun {
  readonly id: number;
  readonly state: 'running' | 'done' | 'interrupted' | 'broken-off';
  readonly startedAt: string;
  readonly endedAt: string | null;
  readonly programVersion: string;
  readonly ocr: string;
  /** Documents that the run was to see to. */
  readonly documents: number;
  readonly stored: number;
  readonly replaced: number;
  /** Passed over: stored already. */
  readonly skipped: number;
  readonly failed: number;
  readonly quarantined: number;
  /** Begun, and not ended: what a run that broke off was at. */
  readonly unfinished: number;
}

/** How a document ended in a run. */
export type ItemEnd =
  | {
      readonly state: 'stored' | 'replaced' | 'skipped';
      readonly pages: number;
      readonly ocrPages: number;
      readonly engine: string | null;
    }
  | ItemFailure;

/** `quarantined`: trying again as things are gives the same, so nobody does until `juesuan retry`. */
export interface ItemFailure {
  readonly state: 'failed' | 'quarantined';
  readonly errorClass: string;
  readonly reason: string;
  readonly remedy: string;
}

/** The error class of a path that leads to no document: of the command line, so no document that could be read again by itself. */
export const PATH_ERROR = 'PathError';

/** A document of a run. Seconds as measured by the program. */
export interface ImportItem {
  readonly runId: number;
  /** Absolute path, so that it is found from any folder; as it was named in records of before. */
  readonly file: string;
  readonly sha256: string | null;
  readonly state: string;
  readonly attempts: number;
  readonly startedAt: string;
  readonly seconds: number | null;
  readonly errorClass: string | null;
  readonly reason: string | null;
  readonly remedy: string | null;
}

/** Who runs: to tell later whether the process still is. */
export interface RunOwner {
  readonly host: string;
  readonly process: number;
  /** Whether a process of this host is alive. */
  readonly isAlive: (process: number) => boolean;
}

/** The record of imports in the tables `import_run` and `import_item`. Each call is one transaction. Close it when done. */
export interface ImportRuns {
  /** Begins a run; runs whose process is gone are marked as broken off, with what they were at. */
  begin(
    run: { readonly documents: number; readonly programVersion: string; readonly ocr: string; readonly at: string },
    owner: RunOwner,
  ): number;
  /** Says that the run is alive. */
  beat(runId: number, at: string): void;
  /**
   * A document is being read. Its content takes its number in the order of these calls, which decides between versions of one report.
   * `attempts` counts the failures of the same content by the same program before.
   */
  began(
    runId: number,
    document: { readonly file: string; readonly sha256: string; readonly at: string },
  ): { readonly attempts: number };
  ended(runId: number, file: string, seconds: number, end: ItemEnd): void;
  /** A document that cannot even be hashed, or a path that leads to none (`PATH_ERROR`), fails without having begun. */
  refused(runId: number, file: string, at: string, failure: ItemFailure): void;
  skipped(runId: number): void;
  finish(runId: number, state: 'done' | 'interrupted', at: string): void;
  /** Why content stands in quarantine for this version of the program; `null` where it does not. */
  quarantined(sha256: string, programVersion: string): ImportItem | null;
  /** Whether content has ended the process of a run of this version that read it, and nothing became of it since. */
  endedProcess(sha256: string, programVersion: string): boolean;
  /** The newest runs first. */
  runs(limit: number): readonly ImportRun[];
  items(runId: number): readonly ImportItem[];
  /**
   * Documents whose last word is a failure, a quarantine, or an end without a word that left no report; of one run, or of all. Paths without
   * documents are none.
   */
  unsettled(runId: number | null): readonly ImportItem[];
  close(): void;
}

/**
 * Opens the record of a database, which is made where there is none.
 * @throws StoreError as `openStore` does
 */
export function openImportRuns(file: string, readOnly = false): ImportRuns {
  return new SqliteRuns(file, prepared(file, readOnly));
}

/** A run of another machine that has not said a word for so long is taken for dead. Milliseconds. */
const SILENCE = 120_000;

const runSchema = z.object({
  id: z.number(),
  state: z.enum(['running', 'done', 'interrupted', 'broken-off']),
  startedAt: z.string(),
  endedAt: z.string().nullable(),
  programVersion: z.string(),
  ocr: z.string(),
  documents: z.number(),
  stored: z.number(),
  replaced: z.number(),
  skipped: z.number(),
  failed: z.number(),
  quarantined: z.number(),
  unfinished: z.number(),
});

const itemSchema = z.object({
  runId: z.number(),
  file: z.string(),
  sha256: z.string().nullable(),
  state: z.string(),
  attempts: z.number(),
  startedAt: z.string(),
  seconds: z.number().nullable(),
  errorClass: z.string().nullable(),
  reason: z.string().nullable(),
  remedy: z.string().nullable(),
});

const ITEM = `i.run_id AS runId, i.file, i.sha256, i.state, i.attempts, i.started_at AS startedAt, i.seconds,
  i.error_class AS errorClass, i.reason, i.remedy`;

const aliveSchema = z.object({ id: z.number(), host: z.string(), process: z.number(), heartbeat: z.string() });
const countSchema = z.object({ count: z.number() });

class SqliteRuns implements ImportRuns {
  readonly #file: string;
  readonly #database: Database.Database;

  constructor(file: string, database: Database.Database) {
    this.#file = file;
    this.#database = database;
  }

  begin(run: Parameters<ImportRuns['begin']>[0], owner: RunOwner): number {
    return this.#write(() => {
      this.#bury(run.at, owner);
      const { lastInsertRowid } = this.#database
        .prepare(
          `INSERT INTO import_run (state, started_at, heartbeat_at, host, process, program_version, ocr_mode, documents)
             VALUES ('running', :at, :at, :host, :process, :programVersion, :ocr, :documents)`,
        )
        .run({ ...run, host: owner.host, process: owner.process });
      return Number(lastInsertRowid);
    });
  }

  #bury(at: string, { host, isAlive }: RunOwner): void {
    const running = readRows(
      this.#database,
      aliveSchema,
      `SELECT id, host, process, heartbeat_at AS heartbeat FROM import_run WHERE state = 'running'`,
    );
    for (const run of running) {
      const silent = Date.parse(at) - Date.parse(run.heartbeat) > SILENCE;
      // The number of a process is given again: one of this host that is silent too long is another.
      if (!silent && (run.host !== host || isAlive(run.process))) continue;
      this.#database
        .prepare(`UPDATE import_run SET state = 'broken-off', ended_at = heartbeat_at WHERE id = ?`)
        .run(run.id);
      this.#database
        .prepare(`UPDATE import_item SET state = 'broken-off' WHERE run_id = ? AND state = 'reading'`)
        .run(run.id);
    }
  }

  beat(runId: number, at: string): void {
    this.#run(`UPDATE import_run SET heartbeat_at = ? WHERE id = ?`, at, runId);
  }

  began(runId: number, { file, sha256, at }: Parameters<ImportRuns['began']>[1]): { readonly attempts: number } {
    return this.#write(() => {
      arrivalOf(this.#database, sha256);
      const earlier = readRow(
        this.#database,
        countSchema,
        `SELECT count(*) AS count FROM import_item AS i JOIN import_run AS r ON r.id = i.run_id
           WHERE i.sha256 = ? AND i.state IN ('failed', 'quarantined')
             AND r.program_version = (SELECT program_version FROM import_run WHERE id = ?)`,
        sha256,
        runId,
      );
      const attempts = (earlier?.count ?? 0) + 1;
      this.#database
        .prepare(
          `INSERT INTO import_item (run_id, file, sha256, state, attempts, started_at) VALUES (?, ?, ?, 'reading', ?, ?)
             ON CONFLICT (run_id, file) DO UPDATE SET sha256 = excluded.sha256, state = 'reading', started_at = excluded.started_at,
               error_class = NULL, reason = NULL, remedy = NULL`,
        )
        .run(runId, file, sha256, attempts, at);
      return { attempts };
    });
  }

  ended(runId: number, file: string, seconds: number, end: ItemEnd): void {
    const { errorClass = null, reason = null, remedy = null } = 'errorClass' in end ? end : {};
    const { pages = null, ocrPages = null, engine = null } = 'pages' in end ? end : {};
    this.#run(
      `UPDATE import_item SET state = ?, seconds = ?, pages = ?, ocr_pages = ?, engine = ?, error_class = ?, reason = ?, remedy = ?
         WHERE run_id = ? AND file = ?`,
      ...[end.state, seconds, pages, ocrPages, engine, errorClass, reason, remedy, runId, file],
    );
  }

  refused(runId: number, file: string, at: string, { state, errorClass, reason, remedy }: ItemFailure): void {
    this.#run(
      `INSERT INTO import_item (run_id, file, state, attempts, started_at, seconds, error_class, reason, remedy)
         VALUES (?, ?, ?, 1, ?, 0, ?, ?, ?) ON CONFLICT (run_id, file) DO NOTHING`,
      ...[runId, file, state, at, errorClass, reason, remedy],
    );
  }

  skipped(runId: number): void {
    this.#run(`UPDATE import_run SET skipped = skipped + 1 WHERE id = ?`, runId);
  }

  finish(runId: number, state: 'done' | 'interrupted', at: string): void {
    this.#write(() => {
      this.#database
        .prepare(`UPDATE import_item SET state = 'broken-off' WHERE run_id = ? AND state = 'reading'`)
        .run(runId);
      this.#database.prepare(`UPDATE import_run SET state = ?, ended_at = ? WHERE id = ?`).run(state, at, runId);
    });
  }

  quarantined(sha256: string, programVersion: string): ImportItem | null {
    return inStore(this.#file, () => {
      const last = readRow(
        this.#database,
        itemSchema,
        `SELECT ${ITEM} FROM import_item AS i JOIN import_run AS r ON r.id = i.run_id
           WHERE i.sha256 = ? AND r.program_version = ? AND i.state NOT IN ('reading', 'broken-off') ORDER BY i.id DESC LIMIT 1`,
        sha256,
        programVersion,
      );
      return last?.state === 'quarantined' ? last : null;
    });
  }

  endedProcess(sha256: string, programVersion: string): boolean {
    const last = inStore(this.#file, () =>
      readRow(
        this.#database,
        z.object({ run: z.string(), item: z.string() }),
        `SELECT r.state AS run, i.state AS item FROM import_item AS i JOIN import_run AS r ON r.id = i.run_id
           WHERE i.sha256 = ? AND r.program_version = ? AND i.state <> 'reading' ORDER BY i.id DESC LIMIT 1`,
        sha256,
        programVersion,
      ),
    );
    return last?.item === 'broken-off' && last.run === 'broken-off';
  }

  runs(limit: number): readonly ImportRun[] {
    const count = (states: string): string =>
      `(SELECT count(*) FROM import_item AS i WHERE i.run_id = r.id AND i.state IN (${states}))`;
    return inStore(this.#file, () =>
      readRows(
        this.#database,
        runSchema,
        `SELECT r.id, r.state, r.started_at AS startedAt, r.ended_at AS endedAt, r.program_version AS programVersion, r.ocr_mode AS ocr,
           r.documents, ${count(`'stored'`)} AS stored, ${count(`'replaced'`)} AS replaced,
           r.skipped + ${count(`'skipped'`)} AS skipped, ${count(`'failed'`)} AS failed,
           ${count(`'quarantined'`)} AS quarantined, ${count(`'reading', 'broken-off'`)} AS unfinished
         FROM import_run AS r ORDER BY r.id DESC LIMIT ?`,
        limit,
      ),
    );
  }

  items(runId: number): readonly ImportItem[] {
    return inStore(this.#file, () =>
      readRows(
        this.#database,
        itemSchema,
        `SELECT ${ITEM} FROM import_item AS i WHERE i.run_id = ? ORDER BY i.id`,
        runId,
      ),
    );
  }

  unsettled(runId: number | null): readonly ImportItem[] {
    return inStore(this.#file, () =>
      readRows(
        this.#database,
        itemSchema,
        `SELECT ${ITEM} FROM import_item AS i
           WHERE i.id = (SELECT max(id) FROM import_item WHERE file = i.file) AND i.state IN ('failed', 'quarantined', 'broken-off')
             AND i.error_class IS NOT '${PATH_ERROR}'
             AND NOT (i.state = 'broken-off' AND EXISTS (SELECT 1 FROM report WHERE sha256 = i.sha256))
             AND (:run IS NULL OR i.run_id = :run) ORDER BY i.id`,
        { run: runId },
      ),
    );
  }

  close(): void {
    this.#database.close();
  }

  #run(sql: string, ...values: readonly (string | number | null)[]): void {
    inStore(this.#file, () => this.#database.prepare(sql).run(...values));
  }

  #write<Result>(work: () => Result): Result {
    return inStore(this.#file, () => this.#database.transaction(work).immediate());
  }
}
