import { readFileSync, writeFileSync } from 'node:fs';
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { backupDatabase } from '../../src/store/backup.js';
import { examineDatabase, sqliteVersion } from '../../src/store/examine-database.js';
import { migrate, migrations } from '../../src/store/migrate.js';
import { aSmallReport } from '../support/report-factory.js';
import { IMPORT, temporaryFile, temporaryStore } from '../support/temporary-store.js';

test('a sound database, an older one, none, and one of another program', () => {
  const store = temporaryStore();
  store.save(aSmallReport(), IMPORT);
  const newest = migrations().at(-1)?.number;
  expect(examineDatabase(store.file)).toMatchObject({
    state: 'opened',
    version: newest,
    newest,
    reports: 1,
    faults: [],
  });
  const older = temporaryFile();
  const database = new Database(older);
  migrate(database, migrations().slice(0, 1));
  database.close();
  expect(examineDatabase(older)).toMatchObject({
    state: 'opened',
    version: 1,
    newest,
    reports: 0,
    unfinishedRuns: null,
  });
  const missing = temporaryFile();
  expect(examineDatabase(missing)).toEqual({ state: 'missing' });
  new Database(missing).exec('CREATE TABLE bookmarks (url TEXT)').close();
  expect(examineDatabase(missing)).toMatchObject({
    state: 'unusable',
    reason: expect.stringMatching(/another program/),
  });
  expect(sqliteVersion()).toMatch(/^3\.\d+\.\d+$/);
});

test('rows without owners, damaged pages and runs without an end are seen', async () => {
  const store = temporaryStore();
  store.save(aSmallReport(), IMPORT);
  const file = temporaryFile();
  await backupDatabase(store.file, file, { force: false });
  const database = new Database(file);
  database.pragma('foreign_keys = OFF');
  database.exec(
    `INSERT INTO import_run (state, started_at, heartbeat_at, host, process, program_version, ocr_mode, documents)
       VALUES ('running', '2026-01-01T00:00:00Z', '2026-01-01T00:00:00Z', 'here', 1, '1', 'auto', 1)`,
  );
  database.exec('DELETE FROM statement_column');
  database.close();
  const found = examineDatabase(file);
  expect(found).toMatchObject({ unfinishedRuns: 1, faults: ['6 rows of figure refer to none of statement_column'] });
  const bytes = readFileSync(file);
  bytes.fill(0x5a, 4096 * 20, 4096 * 40);
  writeFileSync(file, bytes);
  const damaged = examineDatabase(file);
  expect(damaged.state === 'unusable' || (damaged.state === 'opened' && damaged.faults.length > 0)).toBe(true);
});

test('sums that are kept and are not those of the figures are seen', () => {
  const store = temporaryStore();
  store.save(aSmallReport(), IMPORT);
  const database = new Database(store.file);
  database.exec('UPDATE report_statistics SET figures = figures + 1');
  database.close();
  // The row that is kept, and the one that it should be.
  expect(examineDatabase(store.file)).toMatchObject({
    faults: ['2 rows of report_statistics are not what the figures say'],
  });
});
