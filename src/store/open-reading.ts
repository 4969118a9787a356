import type Database from 'better-sqlite3';
import { inStore, openConnection } from './connection.js';
import { migrate, migrations } from './migrate.js';

/**
 * A connection that only reads, to a database that is up to date.
 * @throws NotFoundError where the file is not there
 * @throws StoreError for the database of another program, an older or newer one, for a damaged or locked one
 */
export function openReading(file: string): Database.Database {
  const database = openConnection(file, true);
  try {
    inStore(file, () => migrate(database, migrations()));
    return database;
  } catch (error) {
    database.close();
    throw error;
  }
}
