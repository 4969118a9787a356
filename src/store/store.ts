import type Database from 'better-sqlite3';
import { UsageError } from '../errors.js';
import type { OcrMode } from '../extract/ocr/ocr-mode.js';
import type { VerifiedReport } from '../verify/check.js';
import { eachInStore, inStore, openConnection } from './connection.js';
import { refreshDefinitions } from './definitions.js';
import { refreshDerived } from './derived-tables.js';
import { migrations } from './migrate.js';
import { migrateWithCopy } from './migrate-with-copy.js';
import { openReading } from './open-reading.js';
import { readChecks, readFindings, type StoredCheck, type StoredFinding } from './read-outcomes.js';
import { type QueryParameters, type QueryResult, type QueryRows, readQuery, readRowByRow } from './read-query.js';
import { type RelatedReport, readRelated } from './read-related.js';
import { readStoredReport, type StoredReport } from './read-report.js';
import { readingStands, storedReading } from './stored-reading.js';
import { type ReportSummary, readSummaries } from './summaries.js';
import { reportWriter, type SaveOptions, type SaveOutcome } from './writer.js';

export type { EvidenceFigure, StoredCheck, StoredFinding } from './read-outcomes.js';
export type { BoundedResult, QueryParameters, QueryResult, QueryRows } from './read-query.js';
export type { RelatedReport } from './read-related.js';
export type { StoredReport } from './read-report.js';
export type { ReportSummary } from './summaries.js';
export type { SaveOptions, SaveOutcome } from './writer.js';

/** A database of reports: one SQLite file. Close it when done. */
export interface Store {
  /** The file as it was named at opening. */
  readonly file: string;
  /**
   * Whether the reading of these bytes that is stored stands, so that the file need not be read again. With the mode in which pictures
   * would be read, a reading does not stand that left pages unread because their pictures were not to be read (`never`, or stored
   * before there was a mode); one that tried them in vain does, until a newer program or `force` tries again.
   */
  isCurrent(sha256: string, programVersion: string, ocr?: OcrMode): boolean;
  /**
   * Stores a report in one transaction, or nothing of it. The same bytes again are skipped where `isCurrent` holds; a newer program,
   * a mode that reads more pictures, or `force`, puts the new reading in the place of the old one, under the same id.
   * @throws UnstorableReportError where the report breaks the promises of its types
   * @throws StoreError where the database is read-only, locked, or the disk is full
   */
  save(report: VerifiedReport, options: SaveOptions): SaveOutcome;
  /**
   * Answers one question in SQL; never writes. Parameters by position, or by name. `limit`: at most so many rows.
   * @throws UsageError for SQL that is not one single question, or does not run
   */
  query(sql: string, parameters?: QueryParameters, limit?: number): QueryResult;
  /**
   * As `query`, but the rows come one by one as they are found, and none further is looked for when nobody asks: for answers that are long, or of which
   * the beginning is enough. Read them before the store is closed.
   * @throws UsageError as `query`, also while the rows are read
   */
  rows(sql: string, parameters?: QueryParameters): QueryRows;
  /** All reports, or those of these bytes (SHA-256) only, in the order of their first import. */
  reports(sha256?: readonly string[]): readonly ReportSummary[];
  /** @throws UsageError for an id that no report has */
  checks(reportId: number): readonly StoredCheck[];
  /** @throws UsageError for an id that no report has */
  findings(reportId: number): readonly StoredFinding[];
  /**
   * A stored report, all of it, as it was saved.
   * @throws UsageError for an id that no report has
   */
  report(reportId: number): StoredReport;
  /**
   * The other reports of the same body in their current versions, the newest first.
   * @throws UsageError for an id that no report has
   */
  related(reportId: number): readonly RelatedReport[];
  close(): void;
}

/** How a database is opened. */
export interface OpenOptions {
  readonly readOnly?: boolean;
  /** Hears, in a line, that an older database is brought up to date and where its copy is. */
  readonly tell?: (words: string) => void;
}

/**
 * Opens a database, makes it where there is none, and brings an older one up to date, after a copy was made beside it. With `readOnly` nothing is made
 * or changed.
 * @throws NotFoundError where a database to be read is not there
 * @throws StoreError for the database of another program or of a newer juesuan, for a damaged or locked one
 */
export function openStore(file: string, options: OpenOptions = {}): Store {
  const { readOnly = false, tell = () => {} } = options;
  const writing = readOnly ? null : openWriting(file, tell);
  try {
    const reading = openReading(file);
    return new SqliteStore(file, writing, reading);
  } catch (error) {
    writing?.close();
    throw error;
  }
}

/** A connection to a database that is up to date, for tables that are no reports. */
export function prepared(file: string, readOnly: boolean): Database.Database {
  return readOnly ? openReading(file) : openWriting(file, () => {});
}

/** A connection that writes, to a database that was made or brought up to date where that was due. */
function openWriting(file: string, tell: (words: string) => void): Database.Database {
  const database = openConnection(file, false);
  try {
    inStore(file, () => {
      migrateWithCopy(database, migrations(), tell);
      refreshDefinitions(database);
      refreshDerived(database);
    });
    return database;
  } catch (error) {
    database.close();
    throw error;
  }
}

/** Questions run on a connection of their own that cannot write, whatever SQL they bring. */
class SqliteStore implements Store {
  readonly file: string;
  readonly #writing: Database.Database | null;
  readonly #reading: Database.Database;
  readonly #write: ReturnType<typeof reportWriter> | null;

  constructor(file: string, writing: Database.Database | null, reading: Database.Database) {
    this.file = file;
    this.#writing = writing;
    this.#reading = reading;
    this.#write = writing && reportWriter(writing);
  }

  isCurrent(sha256: string, programVersion: string, ocr?: OcrMode): boolean {
    const stored = inStore(this.file, () => storedReading(this.#reading, sha256));
    return stored !== undefined && readingStands(stored, programVersion, ocr);
  }

  save(report: VerifiedReport, options: SaveOptions): SaveOutcome {
    const write = this.#write;
    if (!write)
      throw new UsageError(`${this.file} was opened only for reading`, 'Open it for writing to save reports.');
    return inStore(this.file, () => write(report, options));
  }

  query(sql: string, parameters: QueryParameters = [], limit?: number): QueryResult {
    return inStore(this.file, () => readQuery(this.#reading, sql, parameters, limit));
  }

  rows(sql: string, parameters: QueryParameters = []): QueryRows {
    const { columns, rows } = inStore(this.file, () => readRowByRow(this.#reading, sql, parameters));
    return { columns, rows: eachInStore(this.file, rows) };
  }

  reports(sha256?: readonly string[]): readonly ReportSummary[] {
    return inStore(this.file, () => readSummaries(this.#reading, sha256));
  }

  checks(reportId: number): readonly StoredCheck[] {
    return inStore(this.file, () => readChecks(this.#reading, this.#known(reportId)));
  }

  findings(reportId: number): readonly StoredFinding[] {
    return inStore(this.file, () => readFindings(this.#reading, this.#known(reportId)));
  }

  report(reportId: number): StoredReport {
    return inStore(this.file, () => readStoredReport(this.#reading, reportId) ?? this.#unknown(reportId));
  }

  related(reportId: number): readonly RelatedReport[] {
    return inStore(this.file, () => readRelated(this.#reading, this.#known(reportId)));
  }

  close(): void {
    this.#reading.close();
    this.#writing?.close();
  }

  #known(reportId: number): number {
    if (this.#reading.prepare('SELECT 1 FROM report WHERE id = ?').get(reportId) !== undefined) return reportId;
    return this.#unknown(reportId);
  }

  #unknown(reportId: number): never {
    throw new UsageError(`${this.file} holds no report ${reportId}`, 'List the reports: `juesuan query reports`.');
  }
}
