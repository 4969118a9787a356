import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, test } from 'vitest';
import { NotFoundError, UsageError } from '../../src/errors.js';
import { migrate, migrations } from '../../src/store/migrate.js';
import { openStore } from '../../src/store/store.js';
import { StoreError } from '../../src/store/store-error.js';
import { records } from '../support/read-back.js';
import { temporaryFile, temporaryStore } from '../support/temporary-store.js';

/** A file that another program (or another version of this one) has made. */
function fileWith(change: (database: Database.Database) => void): string {
  const file = temporaryFile();
  const database = new Database(file);
  change(database);
  database.close();
  return file;
}

test('the steps are numbered from 1 on, no number twice, and each is named', () => {
  const numbers = migrations().map(({ number }) => number);
  expect(numbers[0]).toBe(1);
  expect(numbers).toEqual([...new Set(numbers)].toSorted((one, other) => one - other));
  for (const { name } of migrations()) expect(name).toMatch(/^[a-z-]+$/);
});

test('a new file gets every step, write-ahead log and strict tables', () => {
  const file = temporaryFile();
  const store = temporaryStore(file);
  expect(records(store, 'SELECT number FROM migration ORDER BY number')).toEqual(
    migrations().map(({ number }) => ({ number })),
  );
  expect(records(store, 'SELECT journal_mode FROM pragma_journal_mode')).toEqual([{ journal_mode: 'wal' }]);
  expect(
    records(
      store,
      "SELECT name FROM pragma_table_list WHERE type = 'table' AND NOT strict AND name NOT LIKE 'sqlite_%'",
    ),
  ).toEqual([]);
});

test('an older database is brought up to date and keeps its rows; for reading only it is refused', () => {
  const file = fileWith((database) => {
    migrate(database, migrations().slice(0, 1));
    database.exec(
      `INSERT INTO report (sha256, file, format, program_version, imported_at)
       VALUES ('${'a'.repeat(64)}', 'old.pdf', 'pdf', '0.0.1', '2024')`,
    );
  });
  expect(() => openStore(file, { readOnly: true })).toThrow(/version 1, this program reads version \d+/);
  expect(temporaryStore(file).reports()).toMatchObject([{ file: 'old.pdf', figures: 0, errors: 0 }]);
});

test('checks and findings of a database from before this version stay, as checks of money without a diagnosis', () => {
  const file = fileWith((database) => {
    migrate(database, migrations().slice(0, 3));
    database.exec(
      `INSERT INTO report (sha256, file, format, program_version, imported_at, agency)
       VALUES ('${'a'.repeat(64)}', 'old.pdf', 'pdf', '0.0.1', '2024', '某局 (本级)');
       INSERT INTO check_result (report_id, ordinal, check_id, subject, outcome, gap_fen) VALUES (1, 0, 'a/b', '', 'violation', 5);
       INSERT INTO finding (report_id, ordinal, check_id, severity, message) VALUES (1, 0, 'a/b', 'error', '不符')`,
    );
  });
  const store = temporaryStore(file);
  expect(store.checks(1)).toMatchObject([{ measure: 'money', left: null, gapFen: 5, evidence: [] }]);
  expect(store.findings(1)[0]).not.toHaveProperty('diagnosis');
  expect(records(store, 'SELECT agency_key FROM report')).toEqual([{ agency_key: '某局（本级）' }]);
});

describe('refused, and not touched', () => {
  const newer = () =>
    fileWith((database) => {
      migrate(database, [
        ...migrations(),
        { number: (migrations().at(-1)?.number ?? 0) + 1, name: 'later', sql: 'CREATE TABLE x (y)' },
      ]);
    });
  const foreign = () => fileWith((database) => database.exec('CREATE TABLE bookmarks (url TEXT)'));
  const noDatabase = () => {
    const file = temporaryFile();
    writeFileSync(file, '单位：万元\n'.repeat(200));
    return file;
  };
  test.each([
    ['a newer database', newer, /this program knows versions up to/],
    ['the database of another program', foreign, /database of another program/],
    ['a file that is no database', noDatabase, /not a database/],
  ])('%s', (_, make, message) => {
    const file = make();
    for (const readOnly of [true, false]) {
      expect(() => openStore(file, { readOnly })).toThrow(StoreError);
      expect(() => openStore(file, { readOnly })).toThrow(message);
    }
  });

  test('a database to be read that is not there', () => {
    const file = temporaryFile();
    expect(() => openStore(file, { readOnly: true })).toThrow(NotFoundError);
    expect(existsSync(file)).toBe(false);
  });

  test('a folder that is not there', () => {
    expect(() => openStore(join(temporaryFile('missing'), 'x.db'))).toThrow(StoreError);
  });

  test('a database in memory, which a second connection could not see', () => {
    expect(() => openStore(':memory:')).toThrow(UsageError);
  });
});

test('a view of the user survives when the definitions are written anew', () => {
  const file = temporaryFile();
  temporaryStore(file).close();
  const database = new Database(file);
  database.exec('CREATE VIEW mine AS SELECT 1 AS one; DELETE FROM definition; DROP VIEW v_summary');
  database.close();
  const store = temporaryStore(file);
  expect(records(store, 'SELECT one FROM mine')).toEqual([{ one: 1 }]);
  expect(records(store, 'SELECT * FROM v_summary')).toEqual([]);
});
