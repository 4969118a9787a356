#!/usr/bin/env node
// Copies all reports of a database under new ids: node bench/copy-reports.mjs FROM.db TO.db COPIES makes TO.db with (1 + COPIES) times the reports.
// Knows no table by name but `report`: what belongs to a report, and which numbers are ids, is read from the foreign keys.
import { copyFileSync, rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import Database from 'better-sqlite3';

/** Columns of `report` that may not be the same in a copy: the hash is unique, and a copy is another body, not another version of the same report. */
const OWN = {
  sha256: (k) => `printf('%06x', ${k}) || substr(sha256, 7)`,
  agency: (k) => `agency || '第${k}分号'`,
  agency_key: (k) => `agency_key || '第${k}分号'`,
};

/** Writes `to`, a copy of the database `from` with `copies` more of every report. */
export function copyReports(from, to, copies) {
  for (const suffix of ['', '-wal', '-shm']) rmSync(to + suffix, { force: true });
  const source = new Database(from);
  source.pragma('wal_checkpoint(TRUNCATE)');
  source.close();
  copyFileSync(from, to);
  const database = new Database(to);
  database.pragma('journal_mode = OFF');
  database.pragma('synchronous = OFF');
  database.pragma('cache_size = -400000');
  database.pragma('foreign_keys = OFF');
  const tables = schemaOf(database);
  const copied = belonging(tables);
  const steps = new Map([...copied].map((name) => [name, highestId(database, tables.get(name))]));
  for (let k = 1; k <= copies; k++) {
    database.transaction(() => {
      for (const name of copied) database.exec(insertion(tables, steps, name, k));
    })();
  }
  const broken = database.pragma('foreign_key_check');
  if (broken.length > 0) throw new Error(`expected whole foreign keys after copying, found ${broken.length} broken`);
  database.close();
}

/** Tables with their columns, their key and their references; search indexes are kept by triggers. */
function schemaOf(database) {
  const names = database
    .prepare("SELECT name FROM pragma_table_list WHERE type = 'table' AND schema = 'main' AND name NOT LIKE 'sqlite_%'")
    .pluck()
    .all();
  return new Map(
    names.map((name) => {
      const columns = database
        .prepare('SELECT name, pk, type, hidden FROM pragma_table_xinfo(?)')
        .all(name)
        .filter(({ hidden }) => hidden === 0);
      const keys = columns.filter(({ pk }) => pk > 0);
      const isId = keys.length === 1 && keys[0].type === 'INTEGER';
      const references = database.prepare('SELECT "table", "from", "to" FROM pragma_foreign_key_list(?)').all(name);
      return [
        name,
        { name, columns: columns.map((column) => column.name), id: isId ? keys[0].name : null, references },
      ];
    }),
  );
}

/** `report` and every table that refers to it, directly or through others, parents first. */
function belonging(tables) {
  const found = new Set(['report']);
  for (let size = 0; size !== found.size; ) {
    size = found.size;
    for (const { name, references } of tables.values()) {
      if (references.some(({ table }) => table !== name && found.has(table))) found.add(name);
    }
  }
  return found;
}

function highestId(database, { name, id }) {
  return id === null ? 0 : (database.prepare(`SELECT max("${id}") FROM "${name}"`).pluck().get() ?? 0);
}

/** By how much a column grows from copy to copy: an id by the highest of its table, a reference as what it refers to. */
function stepOf(tables, steps, name, column, seen = new Set()) {
  const table = tables.get(name);
  const key = `${name}.${column}`;
  if (seen.has(key) || !steps.has(name)) return 0;
  seen.add(key);
  const referred = table.references
    .filter(({ from }) => from === column)
    .map(({ table: parent, to }) => stepOf(tables, steps, parent, to ?? tables.get(parent).id, seen));
  // An id that is a reference too (a row that extends another) grows as the other does.
  return Math.max(0, ...referred) || (table.id === column ? steps.get(name) : 0);
}

function insertion(tables, steps, name, k) {
  const { columns, id } = tables.get(name);
  const values = columns.map((column) => {
    if (name === 'report' && OWN[column] !== undefined) return OWN[column](k);
    const step = stepOf(tables, steps, name, column);
    return step === 0 ? `"${column}"` : `"${column}" + ${step * k}`;
  });
  // Only the rows of the original: copies stand above its ids, or belong to reports that do.
  const original = originalRows(tables, steps, name, id);
  const list = columns.map((column) => `"${column}"`).join(', ');
  return `INSERT INTO "${name}" (${list}) SELECT ${values.join(', ')} FROM "${name}" WHERE ${original}`;
}

function originalRows(tables, steps, name, id) {
  if (id !== null && !tables.get(name).references.some(({ from }) => from === id))
    return `"${id}" <= ${steps.get(name)}`;
  const column = tables.get(name).columns.find((candidate) => stepOf(tables, steps, name, candidate) > 0);
  return `"${column}" <= ${stepOf(tables, steps, name, column)}`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [from, to, copies] = process.argv.slice(2);
  copyReports(from, to, Number(copies));
}
