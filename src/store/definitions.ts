import { createHash } from 'node:crypto';
import type Database from 'better-sqlite3';
import { z } from 'zod';
import { readSeed, SeedError } from '../normalize/seeds.js';
import { CODE_SCHEMES, classificationCodes, writeClassificationCodes } from './classification-codes.js';
import { type DictionaryEntry, describeColumn, describedTables } from './dictionary.js';
import { byOwner, readRow, readRows } from './rows.js';
import { readSeedSql } from './seed-sql.js';

/**
 * Rewrites what follows from the seeds (views with their Chinese twins, the data dictionary, the classification codes)
 * where the seeds differ from those that the database was last written with. One transaction.
 * @throws SeedError where a table, view or column has no description
 */
export function refreshDefinitions(database: Database.Database): void {
  const views = readSeedSql('database/views');
  // The files as they are: what did not change need not be read further.
  const hash = createHash('sha256').update(JSON.stringify(views)).update(readSeed('database/dictionary.tsv'));
  for (const scheme of CODE_SCHEMES) hash.update(readSeed(`codes/${scheme}.tsv`));
  const fingerprint = hash.digest('hex');
  if (storedFingerprint(database) === fingerprint) return;
  database
    .transaction(() => {
      dropViews(database);
      for (const view of views) database.exec(view.sql);
      const columns = allColumns(database);
      for (const view of views) createTwin(database, view.name, columns);
      writeDictionary(database, columns);
      writeClassificationCodes(database, classificationCodes());
      database.prepare("INSERT OR REPLACE INTO definition (name, sha256) VALUES ('seeds', ?)").run(fingerprint);
    })
    .immediate();
}

function storedFingerprint(database: Database.Database): string | undefined {
  const schema = z.object({ sha256: z.string() });
  return readRow(database, schema, "SELECT sha256 FROM definition WHERE name = 'seeds'")?.sha256;
}

/** Drops the views that an earlier program made, by its dictionary; a view that a user made stays. */
function dropViews(database: Database.Database): void {
  const made = readRows(
    database,
    z.object({ name: z.string() }),
    `SELECT name FROM sqlite_schema WHERE type = 'view' AND name IN (
       SELECT table_name FROM data_dictionary UNION SELECT name_zh FROM data_dictionary WHERE column_name = '')`,
  );
  for (const { name } of made) database.exec(`DROP VIEW ${quoted(name)}`);
}

/** The same view under its Chinese name, its columns under theirs: for people who ask in Chinese. */
function createTwin(database: Database.Database, view: string, known: ColumnNames): void {
  const columns = (known.get(view) ?? []).map((name) => `${quoted(name)} AS ${quoted(entry(view, name).name_zh)}`);
  const name = entry(view, '').name_zh;
  database.exec(`CREATE VIEW ${quoted(name)} AS SELECT ${columns.join(', ')} FROM ${quoted(view)}`);
}

/** Names of the columns by table and view, in their order. */
type ColumnNames = ReadonlyMap<string, readonly string[]>;

/** As {@link columnsOf}, of every table and view with one question. */
function allColumns(database: Database.Database): ColumnNames {
  const rows = readRows(
    database,
    z.object({ owner: z.string(), name: z.string() }),
    `SELECT made.name AS owner, "column".name
     FROM sqlite_schema AS made, pragma_table_xinfo(made.name) AS "column"
     WHERE made.type IN ('table', 'view') AND "column".hidden <> 1 ORDER BY made.name, "column".cid`,
  );
  return byOwner(rows, ({ name }) => name);
}

function writeDictionary(database: Database.Database, known: ColumnNames): void {
  const insert = database.prepare(
    `INSERT INTO data_dictionary
       (table_name, column_name, name_zh, description_en, description_zh, treasury_field, unit)
     VALUES (:table, :column, :name_zh, :description_en, :description_zh, nullif(:treasury_field, ''), nullif(:unit, ''))`,
  );
  database.exec('DELETE FROM data_dictionary');
  for (const table of describedTables()) {
    insert.run(table);
    for (const name of known.get(table.table) ?? []) insert.run(entry(table.table, name));
  }
}

/** A column of a table or view as SQLite knows it; `type` is '' where a view computes it. */
export interface DatabaseColumn {
  readonly name: string;
  readonly type: string;
}

/** The columns of a table or view in their order: generated ones too, the hidden ones of a full-text index not. */
export function columnsOf(database: Database.Database, table: string): readonly DatabaseColumn[] {
  const sql = 'SELECT name, type FROM pragma_table_xinfo(?) WHERE hidden <> 1 ORDER BY cid';
  return readRows(database, z.object({ name: z.string(), type: z.string() }), sql, table);
}

function entry(table: string, column: string): DictionaryEntry {
  const found = describeColumn(table, column);
  if (found) return found;
  throw new SeedError('seeds/database/dictionary.tsv', `a description of ${table}.${column}`, 'none');
}

function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}
