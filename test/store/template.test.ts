import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { openConnection } from '../../src/store/connection.js';
import { refreshDefinitions } from '../../src/store/definitions.js';
import { refreshDerived } from '../../src/store/derived-tables.js';
import { migrate, migrations } from '../../src/store/migrate.js';
import { openStore } from '../../src/store/store.js';
import { startFrom, templateFile } from '../../src/store/template.js';
import { aSmallReport } from '../support/report-factory.js';
import { IMPORT, temporaryFile } from '../support/temporary-store.js';

/** A database that was made step by step, whatever a build left. */
function stepByStep(): string {
  const file = temporaryFile();
  const database = openConnection(file, false);
  migrate(database, migrations());
  refreshDefinitions(database);
  refreshDerived(database);
  database.close();
  return file;
}

/** A template as the build makes it. */
function aTemplate(): string {
  const template = temporaryFile('template.db');
  const database = new Database(stepByStep());
  database.prepare('VACUUM INTO ?').run(template);
  database.close();
  return template;
}

/** All tables, views and indexes with their SQL, and the rows of those that hold any. */
function contentOf(file: string): unknown {
  const database = new Database(file, { readonly: true });
  const asked = (sql: string) => database.prepare(sql).all() as { name: string }[];
  const schema = asked("SELECT type, name, sql FROM sqlite_schema WHERE name NOT LIKE 'sqlite_%' ORDER BY 1, 2");
  const tables = asked("SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' ORDER BY 1");
  const rows = tables
    .filter(({ name }) => !name.startsWith('sqlite_'))
    .map(({ name }) => [name, asked(`SELECT * FROM "${name}" ORDER BY 1, 2`)]);
  database.close();
  return { schema, rows };
}

test('a copy of the template is a database like one that was made step by step, and takes reports', () => {
  const file = temporaryFile();
  startFrom(aTemplate(), file);
  expect(contentOf(file)).toEqual(contentOf(stepByStep()));
  const store = openStore(file);
  expect(store.save(aSmallReport(), IMPORT)).toBe('stored');
  store.close();
  const opened = new Database(file);
  expect(opened.pragma('journal_mode', { simple: true })).toBe('wal');
  opened.close();
  expect(readdirSync(dirname(file))).toEqual(['test.db']);
});

test.each([
  ['a database that is there', (file: string) => writeFileSync(file, 'mine')],
  ['an empty file', (file: string) => writeFileSync(file, '')],
])('%s is left alone', (_, make) => {
  const file = temporaryFile();
  make(file);
  const before = existsSync(file);
  startFrom(aTemplate(), file);
  expect([before, readdirSync(dirname(file))]).toEqual([true, ['test.db']]);
});

test.each([
  ['no template', (file: string) => [join(dirname(file), 'none.db'), file] as const],
  ['no folder', (file: string) => [aTemplate(), join(file, 'below', 'test.db')] as const],
])('%s makes nothing and says nothing: the database is made step by step, or refused there', (_, paths) => {
  const [template, file] = paths(temporaryFile());
  startFrom(template, file);
  expect(existsSync(file)).toBe(false);
});

test('another step, or a step that was changed, has another template', () => {
  const steps = migrations();
  const [first = { number: 1, name: '', sql: '' }] = steps;
  const names = [steps, steps.slice(0, -1), [{ ...first, sql: `${first.sql} ` }, ...steps.slice(1)]].map(templateFile);
  expect(new Set(names).size).toBe(3);
});
