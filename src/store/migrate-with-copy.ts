import { existsSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import type Database from 'better-sqlite3';
import { type Migration, migrate, versionOf } from './migrate.js';
import { StoreError } from './store-error.js';

/**
 * As {@link migrate}, for a database that may hold years of work: before an older one is changed, a copy of it is made beside it, and told.
 * @throws StoreError where no copy can be made, or a step fails: the database is then as it was, and the message names the copy
 */
export function migrateWithCopy(
  database: Database.Database,
  steps: readonly Migration[],
  tell: (words: string) => void,
  now: Date = new Date(),
): void {
  const newest = steps.at(-1)?.number ?? 0;
  const version = versionOf(database);
  if (version === 0 || version >= newest) {
    migrate(database, steps);
    return;
  }
  const copy = copyOf(database, version, now);
  if (versionOf(database) === newest) {
    // Another process was here meanwhile, and has its own copy.
    rmSync(copy, { force: true });
    return;
  }
  tell(`${database.name}: version ${version} is brought up to version ${newest}; a copy of before: ${copy}\n`);
  try {
    migrate(database, steps);
  } catch (error) {
    throw new StoreError(
      database.name,
      `bringing it up from version ${version} to ${newest} failed: ${error instanceof Error ? error.message : error}`,
      `Nothing was changed. A copy of before, which can be removed: ${copy}`,
      { cause: error },
    );
  }
}

/** Writes a copy under a name that nobody has; it has its name only when it is whole. */
function copyOf(database: Database.Database, version: number, now: Date): string {
  const copy = freeName(database.name, `v${version}-${now.toISOString().slice(0, 10)}`);
  const part = `${copy}.${process.pid}.part`;
  try {
    rmSync(part, { force: true });
    database.prepare('VACUUM INTO ?').run(part);
    renameSync(part, copy);
    return copy;
  } catch (error) {
    rmSync(part, { force: true });
    throw new StoreError(
      database.name,
      `it is at version ${version} and must be brought up to date, but no copy could be made first: ${error instanceof Error ? error.message : error}`,
      'Nothing was changed. Make room beside the database, or check the rights of its folder, and try again.',
      { cause: error },
    );
  }
}

/** `juesuan.v8-2026-11-27.db`; with a number where that is there already. */
function freeName(file: string, mark: string): string {
  const { dir, name, ext } = path.parse(file);
  const named = (number: number) => path.join(dir, `${name}.${mark}${number === 1 ? '' : `-${number}`}${ext}`);
  let number = 1;
  while (existsSync(named(number))) number += 1;
  return named(number);
}
