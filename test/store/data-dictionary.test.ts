import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { dataDictionaryPage } from '../../src/store/data-dictionary.js';
import { describeColumn, dictionarySeed } from '../../src/store/dictionary.js';
import { records } from '../support/read-back.js';
import { temporaryStore } from '../support/temporary-store.js';

/** Tables and views but those that SQLite keeps for itself (the inside of the full-text index). */
const TABLES = `SELECT name, type FROM pragma_table_list
  WHERE schema = 'main' AND type IN ('table', 'view', 'virtual') AND name NOT LIKE 'sqlite_%'`;

test('docs/data-dictionary.md is up to date (else: npm run build && node scripts/data-dictionary.mjs)', () => {
  const page = readFileSync(new URL('../../docs/data-dictionary.md', import.meta.url), 'utf8');
  expect(page).toBe(dataDictionaryPage());
});

test('every table, view and column is described in the database, and nothing that is not there', () => {
  const store = temporaryStore();
  const there = records(
    store,
    `SELECT tables.name AS table_name, columns.name AS column_name FROM (${TABLES}) AS tables,
       pragma_table_xinfo(tables.name) AS columns WHERE columns.hidden <> 1
     UNION ALL SELECT name, '' FROM (${TABLES})`,
  );
  const described = records(store, 'SELECT table_name, column_name FROM data_dictionary');
  const twins = new Set(
    records(
      store,
      "SELECT name_zh FROM data_dictionary WHERE table_name LIKE 'v\\_%' ESCAPE '\\' AND column_name = ''",
    ).map((row) => row.name_zh),
  );
  const names = (rows: typeof there) => rows.map((row) => `${row.table_name}.${row.column_name}`).sort();
  expect(names(described)).toEqual(names(there.filter((row) => !twins.has(row.table_name ?? ''))));
  expect(twins.size).toBeGreaterThan(0);
});

test('every line of the seed describes something that is there', () => {
  const store = temporaryStore();
  const described = new Set(
    records(store, 'SELECT table_name, column_name FROM data_dictionary').map(
      (row) => `${row.table_name}.${row.column_name}`,
    ),
  );
  const columns = new Set(
    records(store, "SELECT column_name FROM data_dictionary WHERE table_name LIKE 'v\\_%' ESCAPE '\\'").map(
      (row) => row.column_name,
    ),
  );
  const idle = dictionarySeed().filter(({ table, column }) =>
    table === '(view)' ? !columns.has(column) : !described.has(`${table}.${column}`),
  );
  expect(idle).toEqual([]);
});

test.each([
  ['v_expenditure_by_function', 'function_code', 'exp_func_code'],
  ['statement_row', 'code', 'exp_func_code, dep_bgt_eco_code, gov_bgt_eco_code'],
  ['report', 'agency', 'agency_name'],
])('%s.%s is what the treasury calls %s', (table, column, field) => {
  expect(describeColumn(table, column)?.treasury_field).toBe(field);
});
