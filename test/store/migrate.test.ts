import { copyFileSync } from 'node:fs';
import Database from 'better-sqlite3';
import { describe, expect, test } from 'vitest';
import { migrate, migrations } from '../../src/store/migrate.js';
import { StoreError } from '../../src/store/store-error.js';
import { readBack, records } from '../support/read-back.js';
import { aScannedReport, aToldReport } from '../support/report-factory.js';
import { emptyDatabase, IMPORT, temporaryFile, temporaryStore } from '../support/temporary-store.js';

const INDEXES_OF_REPORT = [
  'report_agency',
  'report_agency_key',
  'report_current',
  'report_identity',
  'report_replaces',
];

type Value = string | number | null;

/** A connection as the store opens it. */
function connection(file: string): Database.Database {
  const database = new Database(file);
  database.pragma('foreign_keys = ON');
  return database;
}

function tablesOf(database: Database.Database): readonly string[] {
  const tables = database.prepare<[], { name: string }>(
    `SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'
       AND name NOT LIKE 'section\\_search%' ESCAPE '\\'`,
  );
  return tables.all().map(({ name }) => name);
}

function rowsOf(database: Database.Database, table: string, columns: string): readonly Record<string, Value>[] {
  return database.prepare<[], Record<string, Value>>(`SELECT ${columns} FROM ${table}`).all();
}

/** Columns that can be written: no generated ones. */
function columnsOf(database: Database.Database, table: string): string {
  const columns = database.prepare<[string], { name: string }>(
    'SELECT name FROM pragma_table_xinfo(?) WHERE hidden = 0',
  );
  return columns
    .all(table)
    .map(({ name }) => `"${name}"`)
    .join(', ');
}

/** What every table holds. */
function contents(database: Database.Database, tables: readonly string[]): Readonly<Record<string, unknown>> {
  return Object.fromEntries(tables.map((table) => [table, rowsOf(database, table, columnsOf(database, table))]));
}

/**
 * A database of the version before scans that holds a report with everything that such a version could hold: its tables are made by
 * the steps up to then, their rows are copied from a database of today.
 */
function olderDatabase(version: number): string {
  const full = emptyDatabase();
  const store = temporaryStore(full);
  store.save(aToldReport(), IMPORT);
  const file = temporaryFile('older.db');
  const database = new Database(file);
  database.pragma('foreign_keys = OFF');
  migrate(database, migrations().slice(0, version));
  database.prepare('ATTACH ? AS full').run(full);
  for (const table of tablesOf(database).filter((name) => name !== 'migration' && name !== 'definition')) {
    const columns = columnsOf(database, table);
    database.exec(`INSERT INTO main.${table} (${columns}) SELECT ${columns} FROM full.${table}`);
  }
  // Views as the older program made them, among them one over reports.
  database.exec(`DETACH full; CREATE VIEW v_report AS SELECT id AS report_id, file FROM report;
    CREATE VIEW v_cell AS SELECT id AS figure_id FROM figure; INSERT INTO definition VALUES ('seeds', 'older')`);
  database.close();
  return file;
}

describe('the step that lets reports be pictures', () => {
  const before = 7;

  test('keeps every row of an older database', () => {
    const file = olderDatabase(before);
    const old = connection(file);
    const tables = tablesOf(old).filter(
      (name) => name !== 'migration' && name !== 'data_dictionary' && name !== 'definition',
    );
    const kept = contents(old, tables);
    const columns = Object.fromEntries(tables.map((table) => [table, columnsOf(old, table)]));
    expect(Object.entries(kept).filter(([, rows]) => Array.isArray(rows) && rows.length > 0).length).toBeGreaterThan(
      40,
    );
    old.close();
    const store = temporaryStore(file);
    expect(readBack(store, 1)).toEqual(aToldReport());
    for (const table of tables) expect(records(store, `SELECT ${columns[table]} FROM ${table}`)).toEqual(kept[table]);
    expect(records(store, 'SELECT * FROM pragma_foreign_key_check')).toEqual([]);
    expect(records(store, "SELECT rowid FROM section_search WHERE section_search MATCH '基本支'")).toHaveLength(1);
    expect(records(store, 'SELECT ocr_mode, agency_key FROM report')).toEqual([
      { ocr_mode: null, agency_key: '泉州市大数据服务中心' },
    ]);
  });

  test('then a scan can be stored over it, and removing a report still takes all that belongs to it along', () => {
    const file = olderDatabase(before);
    const store = temporaryStore(file);
    store.save(aScannedReport(), { ...IMPORT, force: true });
    expect(readBack(store, 1)).toEqual(aScannedReport());
    expect(records(store, 'SELECT count(*) AS claims FROM claim')).toEqual([{ claims: 0 }]);
  });

  test('the tables and indexes are those of a new database', () => {
    const sql =
      "SELECT type, name, sql FROM sqlite_schema WHERE type IN ('table', 'index', 'trigger', 'view') ORDER BY type, name";
    expect(records(temporaryStore(olderDatabase(before)), sql)).toEqual(records(temporaryStore(), sql));
    expect(
      records(temporaryStore(), "SELECT name FROM pragma_index_list('report') WHERE origin = 'c' ORDER BY name"),
    ).toEqual(INDEXES_OF_REPORT.map((name) => ({ name })));
  });

  test('a view that a user made over reports stays', () => {
    const file = olderDatabase(before);
    const database = connection(file);
    database.exec('CREATE VIEW mine AS SELECT file FROM report');
    database.close();
    expect(records(temporaryStore(file), 'SELECT * FROM mine')).toEqual([{ file: 'report.pdf' }]);
  });

  test('the connection has foreign keys on again, also where a step fails', () => {
    const file = olderDatabase(before);
    const failing = { number: before + 1, name: 'failing', sql: 'CREATE TABLE x (y); SELECT * FROM nowhere' };
    const database = connection(file);
    expect(() => migrate(database, [...migrations().slice(0, before), failing])).toThrow(/nowhere/);
    expect([database.pragma('foreign_keys', { simple: true }), tablesOf(database).includes('x')]).toEqual([1, false]);
    migrate(database, migrations());
    expect(database.pragma('foreign_keys', { simple: true })).toBe(1);
    expect(database.pragma('legacy_alter_table', { simple: true })).toBe(0);
    database.close();
  });
});

test('a step that would leave rows without their owner is refused, and nothing is changed', () => {
  const file = temporaryFile('copy.db');
  const store = temporaryStore();
  store.save(aToldReport(), IMPORT);
  store.query('SELECT 1');
  const source = new Database(store.file);
  source.pragma('wal_checkpoint(TRUNCATE)');
  source.close();
  copyFileSync(store.file, file);
  const database = connection(file);
  const careless = { number: (migrations().at(-1)?.number ?? 0) + 1, name: 'careless', sql: 'DELETE FROM report' };
  expect(() => migrate(database, [...migrations(), careless])).toThrow(StoreError);
  expect(rowsOf(database, 'report', 'id')).toEqual([{ id: 1 }]);
  database.close();
});
