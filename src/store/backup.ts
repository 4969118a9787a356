import { closeSync, existsSync, fsyncSync, openSync, realpathSync, renameSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import Database from 'better-sqlite3';
import { UsageError } from '../errors.js';
import { inStore, openConnection } from './connection.js';
import { faultsOf } from './integrity.js';
import { versionOf } from './migrate.js';
import { StoreError } from './store-error.js';

/** A copy of a database that was made and found whole. */
export interface Backup {
  readonly file: string;
  readonly bytes: number;
  readonly reports: number;
}

/** All pages in one step: SQLite begins anew when somebody writes between two, and with an import at work would never end. */
const ALL_PAGES = 0x7fffffff;

/**
 * Copies a database while others read and write it: the state of one moment, checked, under its name only when it is whole.
 * @throws UsageError where the target exists (unless `force`), is the database itself, or is in use
 * @throws StoreError for a file that is no database of ours, a copy that is not whole, a full disk
 */
export async function backupDatabase(
  file: string,
  target: string,
  { force }: { readonly force: boolean },
): Promise<Backup> {
  const database = openConnection(file, true);
  const part = `${target}.${process.pid}.part`;
  try {
    inStore(file, () => versionOf(database));
    refuse(file, target, force);
    removePart(part);
    await copied(database, file, part);
    const reports = inStore(target, () => finished(part, target));
    renameSync(part, target);
    return { file: target, bytes: statSync(target).size, reports };
  } catch (error) {
    removePart(part);
    throw error;
  } finally {
    database.close();
  }
}

function refuse(file: string, target: string, force: boolean): void {
  if (!existsSync(path.dirname(path.resolve(target)))) {
    throw new UsageError(`there is no folder for ${target}`, 'Make it first, or name another file.');
  }
  if (!existsSync(target)) return;
  if (realpathSync(target) === realpathSync(file)) {
    throw new UsageError(`${target} is the database itself`, 'Name another file for the copy.');
  }
  if (!force) throw new UsageError(`${target} exists already`, 'Name another file, or overwrite it with --force.');
  if (existsSync(`${target}-wal`)) {
    throw new UsageError(`${target} is in use as a database`, 'Name another file, or end the programs that use it.');
  }
}

async function copied(database: Database.Database, file: string, part: string): Promise<void> {
  try {
    await database.backup(part, { progress: () => ALL_PAGES });
  } catch (error) {
    // What SQLite says of the disk and the lock gets its remedy.
    inStore(file, () => {
      throw error;
    });
  }
}

/** Checks the copy and leaves it as one file on the disk; gives the number of its reports. */
function finished(part: string, target: string): number {
  const copy = new Database(part);
  try {
    // A copy is one file: without the write-ahead log that the original has beside it.
    copy.pragma('journal_mode = DELETE');
    const [fault] = faultsOf(copy);
    if (fault !== undefined) {
      throw new StoreError(
        target,
        `the copy is not whole: ${fault}`,
        'Check the database: `juesuan doctor --db FILE`.',
      );
    }
    return Number(copy.prepare('SELECT count(*) FROM report').pluck().get());
  } finally {
    copy.close();
    const handle = openSync(part, 'r+');
    fsyncSync(handle);
    closeSync(handle);
  }
}

function removePart(part: string): void {
  for (const end of ['', '-journal', '-wal', '-shm']) rmSync(part + end, { force: true });
}
