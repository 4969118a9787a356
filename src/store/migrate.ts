import type Database from 'better-sqlite3';
import { z } from 'zod';
import { readRow } from './rows.js';
import { readSeedSql, type SeedSql } from './seed-sql.js';
import { StoreError } from './store-error.js';

/** Marks a file as a database of juesuan (`PRAGMA application_id`): the letters "jues". */
const APPLICATION_ID = 0x6a756573;

/** One step of building the database. Steps are never edited once released; a change is a new one. */
export interface Migration {
  readonly number: number;
  readonly name: string;
  readonly sql: string;
}

/** The steps in order, from `seeds/database/migrations/NNNN-name.sql`. Numbers ascend. */
export function migrations(): readonly Migration[] {
  return readSeedSql('database/migrations').map(toMigration);
}

function toMigration({ name, sql }: SeedSql): Migration {
  return { number: Number.parseInt(name, 10), name: name.slice('0000-'.length), sql };
}

/**
 * Checks that the database is ours and not newer than the program; brings it up to date, all steps in one transaction.
 *
 * A step may make a table anew, the only way to change a CHECK (https://sqlite.org/lang_altertable.html#otheralter). For that, foreign keys
 * are off meanwhile, or DROP TABLE would take along all rows that belong to the old one, and a renaming looks at no view, or it would fail
 * over views of a table that is not there for a moment, a user's among them. Before anything is kept, every row must have its owner.
 * @throws StoreError for the database of another program, a newer one, an old one opened only for reading, or rows without owners
 */
export function migrate(database: Database.Database, steps: readonly Migration[]): void {
  const newest = steps.at(-1)?.number ?? 0;
  if (checkedVersion(database, newest) === newest) return;
  if (database.readonly) {
    throw new StoreError(
      database.name,
      `the database is at version ${checkedVersion(database, newest)}, this program reads version ${newest}`,
      'Run `juesuan import` on it once: that brings it up to date.',
    );
  }
  // Neither can be changed inside a transaction.
  const foreignKeys = Number(database.pragma('foreign_keys', { simple: true }));
  database.pragma('foreign_keys = OFF');
  database.pragma('legacy_alter_table = ON');
  try {
    database.transaction(() => takeSteps(database, steps, newest)).immediate();
  } finally {
    database.pragma('legacy_alter_table = OFF');
    database.pragma(`foreign_keys = ${foreignKeys}`);
  }
}

function takeSteps(database: Database.Database, steps: readonly Migration[], newest: number): void {
  // Another process may have been here since.
  const version = checkedVersion(database, newest);
  if (version === 0) {
    database.pragma(`application_id = ${APPLICATION_ID}`);
    database.exec('CREATE TABLE migration (number INTEGER PRIMARY KEY, name TEXT NOT NULL) STRICT');
  }
  const record = database.prepare('INSERT INTO migration (number, name) VALUES (?, ?)');
  for (const { number, name, sql } of steps.filter(({ number }) => number > version)) {
    database.exec(sql);
    record.run(number, name);
  }
  const orphan = readRow(database, orphanSchema, 'SELECT "table", parent FROM pragma_foreign_key_check LIMIT 1');
  if (orphan === undefined) return;
  throw new StoreError(
    database.name,
    `after bringing it up to date a row of ${orphan.table} would refer to none of ${orphan.parent}`,
    'Nothing was changed. `PRAGMA foreign_key_check` of sqlite3 lists such rows; or import the reports into a new database.',
  );
}

const orphanSchema = z.object({ table: z.string(), parent: z.string() });

/** The number of the last step taken; 0 for an empty file. */
function checkedVersion(database: Database.Database, newest: number): number {
  const version = versionOf(database);
  if (version > newest) {
    throw new StoreError(
      database.name,
      `the database is at version ${version}, this program knows versions up to ${newest}`,
      'Install the newer juesuan that wrote it, or name another database.',
    );
  }
  return version;
}

/**
 * The number of the last step that a database has taken; 0 for an empty file.
 * @throws StoreError for the database of another program
 */
export function versionOf(database: Database.Database): number {
  const id = z.number().parse(database.pragma('application_id', { simple: true }));
  if (id === APPLICATION_ID) {
    const row = readRow(database, z.object({ version: z.number() }), 'SELECT max(number) AS version FROM migration');
    return row?.version ?? 0;
  }
  const tables = readRow(database, z.object({ count: z.number() }), 'SELECT count(*) AS count FROM sqlite_schema');
  if (id === 0 && tables?.count === 0) return 0;
  throw new StoreError(
    database.name,
    'expected a database of juesuan, found the database of another program',
    'Name another file; nothing was changed.',
  );
}
