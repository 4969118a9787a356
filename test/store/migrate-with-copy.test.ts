import { readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { migrate, migrations, versionOf } from '../../src/store/migrate.js';
import { migrateWithCopy } from '../../src/store/migrate-with-copy.js';
import { openStore } from '../../src/store/store.js';
import { emptyDatabase, temporaryFile, temporaryStore } from '../support/temporary-store.js';

const OLD = 8;
const NOW = new Date('2026-11-27T01:02:03Z');

/** A database of version 8 with one report, and its connection. */
function older(): Database.Database {
  const database = new Database(temporaryFile('my city.db'));
  database.pragma('journal_mode = WAL');
  migrate(
    database,
    migrations().filter(({ number }) => number <= OLD),
  );
  database.exec(
    `INSERT INTO report (sha256, file, format, program_version, imported_at) VALUES ('${'a'.repeat(64)}', 'old.pdf', 'pdf', '0', '2024')`,
  );
  return database;
}

const filesBeside = (database: Database.Database) =>
  readdirSync(dirname(database.name)).filter((name) => !/-(wal|shm)$/.test(name));

function reportsOf(file: string): readonly unknown[] {
  const database = new Database(file, { readonly: true });
  const rows = database.prepare('SELECT file FROM report').all();
  expect(versionOf(database)).toBe(OLD);
  expect(database.pragma('integrity_check', { simple: true })).toBe('ok');
  database.close();
  return rows;
}

test('an older database is copied beside itself before it is changed, and that is told', () => {
  const database = older();
  const told: string[] = [];
  migrateWithCopy(database, migrations(), (words) => told.push(words), NOW);
  const copy = join(dirname(database.name), 'my city.v8-2026-11-27.db');
  expect(filesBeside(database)).toEqual(['my city.db', 'my city.v8-2026-11-27.db']);
  expect(reportsOf(copy)).toEqual([{ file: 'old.pdf' }]);
  expect(versionOf(database)).toBe(migrations().at(-1)?.number);
  expect(told).toEqual([
    expect.stringMatching(/version 8 is brought up to version \d+; a copy of before: .*v8-2026-11-27\.db\n$/),
  ]);
  migrateWithCopy(database, migrations(), (words) => told.push(words), NOW);
  expect(told).toHaveLength(1);
  database.close();
});

test('a step that fails leaves the database as it was, and says where the copy is; no copy takes the name of another', () => {
  const database = older();
  const failing = { number: OLD + 1, name: 'failing', sql: 'DELETE FROM report; SELECT * FROM nowhere' };
  const steps = [...migrations().filter(({ number }) => number <= OLD), failing];
  expect(() => migrateWithCopy(database, steps, () => {}, NOW)).toThrow(
    /up from version 8 to 9 failed: no such table: nowhere/,
  );
  expect(database.prepare('SELECT file FROM report').all()).toEqual([{ file: 'old.pdf' }]);
  let remedy: unknown;
  try {
    migrateWithCopy(database, steps, () => {}, NOW);
  } catch (error) {
    remedy = error instanceof Error && 'remedy' in error ? error.remedy : null;
  }
  expect(remedy).toMatch(/Nothing was changed\. A copy of before.*my city\.v8-2026-11-27-2\.db$/);
  expect(filesBeside(database)).toEqual(['my city.db', 'my city.v8-2026-11-27-2.db', 'my city.v8-2026-11-27.db']);
  database.close();
});

test('a new database, one that is up to date and one that is only read are not copied', () => {
  const told: string[] = [];
  const file = temporaryFile();
  openStore(file, { tell: (words) => told.push(words) }).close();
  temporaryStore(emptyDatabase());
  openStore(file, { readOnly: true }).close();
  expect([told, readdirSync(dirname(file)).filter((name) => name.endsWith('.db'))]).toEqual([[], ['test.db']]);
});
