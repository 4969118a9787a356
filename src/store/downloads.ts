import type Database from 'better-sqlite3';
import { z } from 'zod';
import { inStore } from './connection.js';
import { readRow } from './rows.js';
import { prepared } from './store.js';

/** A document as an address gave it. Times in ISO 8601. */
export interface StoredCopy {
  readonly finalUrl: string;
  readonly fetchedAt: string;
  readonly etag: string | null;
  readonly lastModified: string | null;
  readonly headers: Readonly<Record<string, string>>;
  readonly contentType: string | null;
  readonly bytes: number;
  readonly sha256: string;
  readonly file: string;
}

/** An address as the database knows it; `copy` is the newest document that it gave. */
export interface StoredDownload {
  readonly url: string;
  readonly state: 'pending' | 'waiting' | 'done' | 'failed';
  readonly attempts: number;
  readonly lastError: string | null;
  readonly nextAttemptAt: string | null;
  readonly checkedAt: string | null;
  readonly copy: StoredCopy | null;
}

/** A failure of an address. */
export interface StoredFailure {
  readonly state: 'waiting' | 'failed';
  readonly attempts: number;
  readonly error: string;
  readonly nextAttemptAt: string | null;
  readonly status: number | null;
}

/** The state of every address, in the table `download`. Each call is one transaction. Close it when done. */
export interface Downloads {
  /** Takes in addresses that are new, all or none; the others stay as they are. */
  add(addresses: readonly { readonly url: string; readonly foundOn: string | null }[], at: string): void;
  find(url: string): StoredDownload | null;
  /**
   * Puts a document on record; one with other content that stood there goes to `download_earlier`. The same content again keeps the time at
   * which it came first.
   */
  received(url: string, copy: StoredCopy): void;
  notModified(url: string, at: string): void;
  failed(url: string, failure: StoredFailure): void;
  close(): void;
}

/**
 * Opens the addresses of a database, which is made where there is none.
 * @throws StoreError as `openStore` does
 */
export function openDownloads(file: string): Downloads {
  return new SqliteDownloads(file, prepared(file, false));
}

const rowSchema = z.object({
  url: z.string(),
  state: z.enum(['pending', 'waiting', 'done', 'failed']),
  attempts: z.number(),
  last_error: z.string().nullable(),
  next_attempt_at: z.string().nullable(),
  checked_at: z.string().nullable(),
  final_url: z.string().nullable(),
  fetched_at: z.string().nullable(),
  etag: z.string().nullable(),
  last_modified: z.string().nullable(),
  headers: z.string().nullable(),
  content_type: z.string().nullable(),
  bytes: z.number().nullable(),
  sha256: z.string().nullable(),
  file: z.string().nullable(),
});

const headersSchema = z.record(z.string(), z.string());

class SqliteDownloads implements Downloads {
  readonly #file: string;
  readonly #database: Database.Database;

  constructor(file: string, database: Database.Database) {
    this.#file = file;
    this.#database = database;
  }

  add(addresses: readonly { readonly url: string; readonly foundOn: string | null }[], at: string): void {
    this.#write(() => {
      const insert = this.#database.prepare(
        `INSERT INTO download (url, found_on, added_at, state) VALUES (:url, :foundOn, :at, 'pending')
         ON CONFLICT (url) DO UPDATE SET found_on = coalesce(found_on, excluded.found_on)`,
      );
      for (const { url, foundOn } of addresses) insert.run({ url, foundOn, at });
    });
  }

  find(url: string): StoredDownload | null {
    return inStore(this.#file, () => {
      const row = readRow(this.#database, rowSchema, 'SELECT * FROM download WHERE url = ?', url);
      return row === undefined ? null : toDownload(row);
    });
  }

  received(url: string, copy: StoredCopy): void {
    this.#write(() => {
      this.#database
        .prepare(
          `INSERT INTO download_earlier (download_id, final_url, fetched_at, etag, last_modified, headers, content_type, bytes, sha256, file)
           SELECT id, final_url, fetched_at, etag, last_modified, headers, content_type, bytes, sha256, file
           FROM download WHERE url = :url AND sha256 <> :sha256`,
        )
        .run({ url, sha256: copy.sha256 });
      this.#database
        .prepare(
          `UPDATE download SET state = 'done', attempts = 0, last_error = NULL, next_attempt_at = NULL, checked_at = :fetchedAt,
             http_status = 200, final_url = :finalUrl, fetched_at = iif(sha256 = :sha256, fetched_at, :fetchedAt), etag = :etag, last_modified = :lastModified,
             headers = :headers, content_type = :contentType, bytes = :bytes, sha256 = :sha256, file = :file
           WHERE url = :url`,
        )
        .run({ ...copy, url, headers: JSON.stringify(copy.headers) });
    });
  }

  notModified(url: string, at: string): void {
    this.#write(() => {
      this.#database
        .prepare(
          `UPDATE download SET state = 'done', attempts = 0, last_error = NULL, next_attempt_at = NULL, checked_at = :at, http_status = 304
           WHERE url = :url`,
        )
        .run({ url, at });
    });
  }

  failed(url: string, failure: StoredFailure): void {
    this.#write(() => {
      this.#database
        .prepare(
          `UPDATE download SET state = :state, attempts = :attempts, last_error = :error, next_attempt_at = :nextAttemptAt,
             http_status = :status
           WHERE url = :url`,
        )
        .run({ ...failure, url });
    });
  }

  close(): void {
    this.#database.close();
  }

  #write(work: () => void): void {
    inStore(this.#file, () => this.#database.transaction(work).immediate());
  }
}

function toDownload(row: z.infer<typeof rowSchema>): StoredDownload {
  const { url, state, attempts } = row;
  return {
    url,
    state,
    attempts,
    lastError: row.last_error,
    nextAttemptAt: row.next_attempt_at,
    checkedAt: row.checked_at,
    copy: toCopy(row),
  };
}

function toCopy(row: z.infer<typeof rowSchema>): StoredCopy | null {
  const { final_url, fetched_at, headers, bytes, sha256, file } = row;
  if (
    final_url === null ||
    fetched_at === null ||
    headers === null ||
    bytes === null ||
    sha256 === null ||
    file === null
  ) {
    return null;
  }
  return {
    finalUrl: final_url,
    fetchedAt: fetched_at,
    etag: row.etag,
    lastModified: row.last_modified,
    headers: headersSchema.parse(JSON.parse(headers)),
    contentType: row.content_type,
    bytes,
    sha256,
    file,
  };
}
