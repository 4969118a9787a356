import { existsSync } from 'node:fs';
import Database from 'better-sqlite3';
import { NotFoundError, UsageError } from '../errors.js';
import { StoreError } from './store-error.js';

/** How long a connection waits for another process that is writing. Milliseconds. */
const BUSY_TIMEOUT = 10_000;

/**
 * Opens a connection: foreign keys on, write-ahead log, patient with other writers. A connection that only reads opens
 * the file read-only and refuses writes besides (`query_only`).
 * @throws NotFoundError where a file to be read does not exist
 * @throws StoreError where it is not a database, or is locked
 */
export function openConnection(file: string, readOnly: boolean): Database.Database {
  if (file === '' || file.startsWith(':memory:')) {
    throw new UsageError(`expected the path of a database file, found "${file}"`, 'Name a file, such as juesuan.db.');
  }
  if (readOnly && !existsSync(file)) throw new NotFoundError(file, 'there is no such database');
  return inStore(file, () => {
    const database = new Database(file, { readonly: readOnly, timeout: BUSY_TIMEOUT });
    try {
      database.pragma('foreign_keys = ON');
      if (readOnly) {
        database.pragma('query_only = ON');
        database.pragma('schema_version');
      } else {
        database.pragma('journal_mode = WAL');
        database.pragma('synchronous = NORMAL');
      }
    } catch (error) {
      database.close();
      throw error;
    }
    return database;
  });
}

const REMEDIES: Readonly<Record<string, string>> = {
  SQLITE_NOTADB: 'Name another file: this one is not an SQLite database.',
  SQLITE_CORRUPT: 'Move the file away and import the reports again; `sqlite3 FILE .recover` may save the rest.',
  SQLITE_BUSY: 'Another process is writing: wait until it has ended and try again.',
  SQLITE_LOCKED: 'Another process is writing: wait until it has ended and try again.',
  SQLITE_FULL: 'Make room on the disk and try again; what was stored before is intact.',
  SQLITE_CANTOPEN: 'Check that the folder exists and that you may write to it.',
  SQLITE_READONLY: 'Check that you may write to the file and its folder.',
  SQLITE_IOERR: 'Check the disk; a database on a network drive is not safe.',
};

/** Runs work on the database `file`; what SQLite says of the file, disk or lock becomes a `StoreError`. */
export function inStore<Result>(file: string, work: () => Result): Result {
  try {
    return work();
  } catch (error) {
    const code = error instanceof Database.SqliteError ? error.code : missingFolder(error) ? 'SQLITE_CANTOPEN' : '';
    const remedy = Object.entries(REMEDIES).find(([prefix]) => code.startsWith(prefix))?.[1];
    if (remedy === undefined) throw error;
    throw new StoreError(file, error instanceof Error ? error.message : String(error), remedy, { cause: error });
  }
}

/** As {@link inStore}, for what is found one by one. */
export function* eachInStore<Found>(file: string, found: Iterable<Found>): Generator<Found, void, undefined> {
  const iterator = found[Symbol.iterator]();
  try {
    for (;;) {
      const next = inStore(file, () => iterator.next());
      if (next.done === true) return;
      yield next.value;
    }
  } finally {
    iterator.return?.();
  }
}

/** The driver reports a missing folder as a TypeError of its own, before SQLite is asked. */
function missingFolder(error: unknown): boolean {
  return error instanceof TypeError && error.message.includes('directory does not exist');
}
