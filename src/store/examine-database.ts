import { existsSync } from 'node:fs';
import Database from 'better-sqlite3';
import { z } from 'zod';
import { JuesuanError } from '../errors.js';
import { inStore, openConnection } from './connection.js';
import { derivedFaults } from './derived-tables.js';
import { faultsOf } from './integrity.js';
import { migrations, versionOf } from './migrate.js';
import { readRow } from './rows.js';

/** The state of a database file. `missing`: there is none; `unusable`: it cannot be opened as one of ours, `reason` says why. */
export type DatabaseState =
  | { readonly state: 'missing' }
  | { readonly state: 'unusable'; readonly reason: string; readonly remedy: string }
  | {
      readonly state: 'opened';
      /** The last step that it has taken, and the last one that this program knows. */
      readonly version: number;
      readonly newest: number;
      readonly reports: number;
      /** Damaged pages, rows without owners, tables of counts and sums that are not those of the figures. */
      readonly faults: readonly string[];
      /** Import runs that have no end; `null` where the database keeps no runs. */
      readonly unfinishedRuns: number | null;
    };

/** Looks at a database without changing it. Reads all of it, to find damage. */
export function examineDatabase(file: string): DatabaseState {
  if (!existsSync(file)) return { state: 'missing' };
  try {
    const database = openConnection(file, true);
    try {
      return inStore(file, () => ({
        state: 'opened',
        version: versionOf(database),
        newest: migrations().at(-1)?.number ?? 0,
        reports: count(database, 'SELECT count(*) AS count FROM report') ?? 0,
        faults: allFaults(database),
        unfinishedRuns: unfinishedRuns(database),
      }));
    } finally {
      database.close();
    }
  } catch (error) {
    if (error instanceof JuesuanError) return { state: 'unusable', reason: error.message, remedy: error.remedy };
    throw error;
  }
}

/** What is damaged; where nothing is, the tables that are derived from others are held against them. */
function allFaults(database: Database.Database): readonly string[] {
  const damage = faultsOf(database);
  const isUpToDate = versionOf(database) === migrations().at(-1)?.number;
  return damage.length > 0 || !isUpToDate ? damage : derivedFaults(database);
}

/** The version of SQLite that this installation brings along. */
export function sqliteVersion(): string {
  const database = new Database(':memory:');
  try {
    return readRow(database, z.object({ version: z.string() }), 'SELECT sqlite_version() AS version')?.version ?? '';
  } finally {
    database.close();
  }
}

/** Runs without an end, by whichever name the end of a run has. */
function unfinishedRuns(database: Database.Database): number | null {
  const sql = "SELECT name FROM pragma_table_info('import_run') WHERE name IN ('ended_at', 'finished_at') LIMIT 1";
  const end = readRow(database, z.object({ name: z.string() }), sql);
  return end === undefined
    ? null
    : count(database, `SELECT count(*) AS count FROM import_run WHERE ${end.name} IS NULL`);
}

/** A count; `null` where the database does not have the table or column, as one of an older version. */
function count(database: Database.Database, sql: string): number | null {
  try {
    return readRow(database, z.object({ count: z.number() }), sql)?.count ?? null;
  } catch (error) {
    if (error instanceof Database.SqliteError && error.code === 'SQLITE_ERROR') return null;
    throw error;
  }
}
