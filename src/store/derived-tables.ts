import { createHash } from 'node:crypto';
import type Database from 'better-sqlite3';
import { z } from 'zod';
import { readRow } from './rows.js';
import { readSeedSql } from './seed-sql.js';
import type { ReportOwner } from './write-places.js';

/*
 * Tables that hold nothing of their own: `seeds/database/derived/NAME.sql` is the question whose answer the table NAME keeps, for the reports from
 * `:first` to `:last`, so that no named query has to gather it from all reports anew (docs/decisions/0021-derived-tables.md).
 */

/** The questions as statements that fill their tables. */
function fillings(database: Database.Database): readonly Database.Statement[] {
  return readSeedSql('database/derived').map(({ name, sql }) =>
    database.prepare(`INSERT INTO ${name} (${columnsOf(database, sql)}) ${sql}`),
  );
}

/** The columns that a question answers with, as a list in SQL. */
function columnsOf(database: Database.Database, sql: string): string {
  return database
    .prepare(sql)
    .columns()
    .map((column) => column.name)
    .join(', ');
}

const ALL = { first: 0, last: Number.MAX_SAFE_INTEGER };

/** Tables that do not hold what their questions answer now, each in words. Asks all of them: for a database that is up to date. */
export function derivedFaults(database: Database.Database): readonly string[] {
  const rows = z.object({ count: z.number() });
  return readSeedSql('database/derived').flatMap(({ name, sql }) => {
    const columns = columnsOf(database, sql);
    const [kept, answered] = [`SELECT ${columns} FROM ${name}`, `SELECT ${columns} FROM (${sql})`];
    const both = `SELECT * FROM (${kept} EXCEPT ${answered}) UNION ALL SELECT * FROM (${answered} EXCEPT ${kept})`;
    const count = readRow(database, rows, `SELECT count(*) AS count FROM (${both})`, ALL)?.count ?? 0;
    return count === 0 ? [] : [`${count} rows of ${name} are not what the figures say`];
  });
}

/** Prepares the filling for one report. Runs at the end of the transaction of the report, when all of its rows are there. */
export function derivedWriter(database: Database.Database): (report: ReportOwner) => void {
  const prepared = fillings(database);
  return ({ id }) => {
    for (const filling of prepared) filling.run({ first: id, last: id });
  };
}

/** Fills the tables for all reports where they were filled by other questions than those of the seeds, or never. One transaction. */
export function refreshDerived(database: Database.Database): void {
  const questions = readSeedSql('database/derived');
  const fingerprint = createHash('sha256').update(JSON.stringify(questions)).digest('hex');
  if (storedFingerprint(database) === fingerprint) return;
  const fill = database.transaction(() => {
    // Another process may have been here since.
    if (storedFingerprint(database) === fingerprint) return;
    for (const { name } of questions) database.exec(`DELETE FROM ${name}`);
    for (const filling of fillings(database)) filling.run(ALL);
    database.prepare("INSERT OR REPLACE INTO definition (name, sha256) VALUES ('derived', ?)").run(fingerprint);
  });
  fill.immediate();
}

function storedFingerprint(database: Database.Database): string | undefined {
  const schema = z.object({ sha256: z.string() });
  return readRow(database, schema, "SELECT sha256 FROM definition WHERE name = 'derived'")?.sha256;
}
