import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, test } from 'vitest';
import { UsageError } from '../../src/errors.js';
import { backupDatabase } from '../../src/store/backup.js';
import { StoreError } from '../../src/store/store-error.js';
import { records } from '../support/read-back.js';
import { aHash, aReport, aSmallReport } from '../support/report-factory.js';
import { IMPORT, temporaryFile, temporaryStore } from '../support/temporary-store.js';

function storeOfOne() {
  const store = temporaryStore();
  store.save(aSmallReport(), IMPORT);
  return store;
}

const another = () => aReport({ source: { ...aReport().source, sha256: aHash(2) } });

test('a copy of one moment, in one file, while another connection is writing', async () => {
  const store = storeOfOne();
  const writer = new Database(store.file);
  writer.exec("BEGIN IMMEDIATE; UPDATE report SET file = 'half written.pdf'");
  const target = temporaryFile('copy.db');
  const backup = await backupDatabase(store.file, target, { force: false });
  writer.exec('COMMIT');
  writer.close();
  expect(backup).toEqual({ file: target, bytes: readFileSync(target).length, reports: 1 });
  expect(readdirSync(dirname(target))).toEqual(['copy.db']);
  const copy = temporaryStore(target);
  expect(records(copy, 'SELECT file FROM report')).toEqual([{ file: 'report.pdf' }]);
  expect(copy.save(another(), IMPORT)).toBe('stored');
  expect(store.reports()).toHaveLength(1);
});

describe('refused, and nothing is left behind', () => {
  test('a target that exists, unless it is to be overwritten', async () => {
    const store = storeOfOne();
    const target = temporaryFile('copy.db');
    writeFileSync(target, 'mine');
    await expect(backupDatabase(store.file, target, { force: false })).rejects.toThrow(/exists already/);
    expect(readFileSync(target, 'utf8')).toBe('mine');
    await backupDatabase(store.file, target, { force: true });
    expect(temporaryStore(target).reports()).toHaveLength(1);
  });

  test('the database itself, a database in use, a folder that is not there', async () => {
    const store = storeOfOne();
    await expect(backupDatabase(store.file, store.file, { force: true })).rejects.toThrow(/the database itself/);
    const used = storeOfOne();
    await expect(backupDatabase(store.file, used.file, { force: true })).rejects.toThrow(/in use/);
    const nowhere = join(dirname(temporaryFile()), 'none', 'copy.db');
    await expect(backupDatabase(store.file, nowhere, { force: false })).rejects.toThrow(UsageError);
  });

  test('a database that is damaged, or of another program', async () => {
    const store = storeOfOne();
    const damaged = temporaryFile('damaged.db');
    await backupDatabase(store.file, damaged, { force: false });
    const bytes = readFileSync(damaged);
    bytes.fill(0x5a, 4096 * 20, 4096 * 40);
    writeFileSync(damaged, bytes);
    const target = temporaryFile('copy.db');
    await expect(backupDatabase(damaged, target, { force: false })).rejects.toThrow(StoreError);
    expect(existsSync(target)).toBe(false);
    expect(readdirSync(dirname(target))).toEqual([]);
    const foreign = temporaryFile('foreign.db');
    new Database(foreign).exec('CREATE TABLE bookmarks (url TEXT)').close();
    await expect(backupDatabase(foreign, target, { force: false })).rejects.toThrow(/another program/);
  });
});
