import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { migrate, migrations } from '../../src/store/migrate.js';
import { storeOf } from '../support/questions.js';
import { records } from '../support/read-back.js';
import { aReport, aScannedReport, aToldReport } from '../support/report-factory.js';
import { temporaryFile, temporaryStore } from '../support/temporary-store.js';

const FAMILIES = `
  SELECT report_id, substr(check_id, 1, instr(check_id, '/') - 1) AS family, count(*) AS evaluations,
    count(*) FILTER (WHERE outcome = 'violation') AS violation, count(*) FILTER (WHERE outcome = 'exact') AS exact,
    count(*) FILTER (WHERE outcome = 'rounding') AS rounding,
    count(*) FILTER (WHERE outcome = 'unresolved') AS unresolved,
    count(*) FILTER (WHERE outcome = 'not-applicable') AS not_applicable
  FROM check_result GROUP BY 1, 2 ORDER BY 1, 2`;

const aStore = () => storeOf(aReport(), aToldReport(), aScannedReport());

test('the counts of a stored report are those of its rows', () => {
  const store = aStore();
  const [counted] = records(
    store,
    `SELECT sum(pages) AS pages, sum(pages_needing_ocr) AS needing, sum(pages_by_ocr) AS byOcr, sum(pages_low_quality) AS low,
       sum(statements) AS statements, sum(figures) AS figures,
       sum(verified + consistent + unverified + disputed + repaired) AS byStatus, sum(repaired) AS repaired,
       sum(unreadable) AS unreadable, sum(figures_from_image) AS images, sum(errors) AS errors, sum(warnings) AS warnings,
       sum(notes) AS notes, sum(checks_exact + checks_rounding + checks_violation + checks_not_applicable + checks_unresolved) AS checks
     FROM report_statistics`,
  );
  const count = (table: string, condition = '1') =>
    store.query(`SELECT count(*) FROM ${table} WHERE ${condition}`).rows[0]?.[0];
  expect(counted).toEqual({
    pages: count('page'),
    needing: count('page', "condition = 'needs-ocr'"),
    byOcr: count('page', 'ocr_engine IS NOT NULL'),
    low: count('page', 'ocr_low_quality = 1'),
    statements: count('statement'),
    figures: count('figure', "reading <> 'blank'"),
    byStatus: count('figure', "reading <> 'blank'"),
    repaired: count('figure', "status = 'repaired'"),
    unreadable: count('figure', "reading = 'unreadable'"),
    images: count('figure', "from_image = 1 AND reading <> 'blank'"),
    errors: count('finding', "severity = 'error'"),
    warnings: count('finding', "severity = 'warning'"),
    notes: count('finding', "severity = 'note'"),
    checks: count('check_result'),
  });
  expect([counted?.figures, counted?.byOcr, counted?.checks].map((number) => Number(number) > 0)).toEqual([
    true,
    true,
    true,
  ]);
});

test('the evaluations of each family are counted by their outcome', () => {
  const store = aStore();
  const counted = records(
    store,
    `SELECT report_id, family, exact + rounding + violation + unresolved + not_applicable AS evaluations, violation, exact,
       rounding, unresolved, not_applicable FROM report_check_family ORDER BY 1, 2`,
  );
  expect(counted.length).toBeGreaterThan(0);
  expect(counted).toEqual(records(store, FAMILIES));
});

test('a report has counts also where there is nothing to count', () => {
  expect(records(storeOf(aReport()), 'SELECT figures, errors, checks_exact FROM report_statistics')).toEqual([
    { figures: 0, errors: 0, checks_exact: 0 },
  ]);
});

test('the step that brings the counts counts what is there already, alike', () => {
  const store = aStore();
  const sql = ['report_statistics', 'report_check_family'].map((table) => `SELECT * FROM ${table} ORDER BY 1, 2`);
  const counted = sql.map((text) => records(store, text));
  const file = temporaryFile('older.db');
  const database = new Database(file);
  const steps = migrations();
  migrate(
    database,
    steps.filter(({ number }) => number < 13),
  );
  database.prepare('ATTACH ? AS full').run(store.file);
  database.pragma('foreign_keys = OFF');
  for (const table of ['page', 'statement', 'statement_column', 'statement_row', 'figure', 'check_result', 'finding']) {
    copyRows(database, table);
  }
  copyRows(database, 'report');
  database.exec('DETACH full');
  migrate(database, steps);
  database.close();
  const older = temporaryStore(file);
  expect(sql.map((text) => records(older, text))).toEqual(counted);
});

test('tables that other questions filled are filled anew when the database is opened for writing', () => {
  const store = aStore();
  const sql = 'SELECT * FROM report_statistics ORDER BY 1';
  const counted = records(store, sql);
  store.close();
  const database = new Database(store.file);
  database.exec(
    "UPDATE report_statistics SET figures = 7; UPDATE definition SET sha256 = 'older' WHERE name = 'derived'",
  );
  database.close();
  expect(records(temporaryStore(store.file), sql)).toEqual(counted);
  expect(counted.length).toBeGreaterThan(0);
});

/** What the triggers of the chain of versions set is left to them. */
function copyRows(database: Database.Database, table: string): void {
  const columns = database
    .prepare<[string], string>(
      "SELECT '\"' || name || '\"' FROM pragma_table_xinfo(?) WHERE hidden = 0 AND name NOT IN ('is_current', 'replaces')",
    )
    .pluck()
    .all(table)
    .join(', ');
  database.exec(`INSERT INTO main.${table} (${columns}) SELECT ${columns} FROM full.${table}`);
}
