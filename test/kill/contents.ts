import { createHash } from 'node:crypto';
import Database from 'better-sqlite3';

/** What a run of the program keeps of itself, and what differs between any two imports. */
const OF_THE_RUN = /^(import_run|import_item|migration|definition|sqlite_.*|section_search.*)$/;
const TIMES = new Set(['imported_at']);

interface Table {
  readonly name: string;
  readonly columns: readonly string[];
  /** The column that is its row number; it is left out, and what refers to it is told by the content referred to. */
  readonly id: string | null;
  readonly references: ReadonlyMap<string, string>;
}

/** The first row that only one of two databases holds. */
export interface Difference {
  readonly table: string;
  readonly onlyIn: 'first' | 'second';
  readonly row: string;
}

/**
 * Compares the content of two databases row by row: every table that is there, with every column but numbers of rows and times. A reference
 * counts as the content that it leads to, so that rows written in another order are the same. `null`: they hold the same.
 */
export function firstDifference(first: string, second: string): { difference: Difference | null; rows: number } {
  const [one, other] = [new Database(first, { readonly: true }), new Database(second, { readonly: true })];
  try {
    const tables = parentsFirst(tablesOf(one));
    const labels = [new Map<string, Map<number, string>>(), new Map<string, Map<number, string>>()] as const;
    let rows = 0;
    for (const table of tables) {
      const [mine, theirs] = [contentOf(one, table, labels[0]), contentOf(other, table, labels[1])];
      rows += mine.length;
      const difference = differenceOf(table.name, mine, theirs);
      if (difference !== null) return { difference, rows };
    }
    return { difference: null, rows };
  } finally {
    one.close();
    other.close();
  }
}

function tablesOf(database: Database.Database): readonly Table[] {
  const names = database
    .prepare<[], string>("SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' ORDER BY name")
    .pluck()
    .all();
  return names.filter((name) => !OF_THE_RUN.test(name)).map((name) => tableOf(database, name));
}

function tableOf(database: Database.Database, name: string): Table {
  const columns = database
    .prepare<[string], { name: string; pk: number; type: string }>('SELECT name, pk, type FROM pragma_table_info(?)')
    .all(name);
  const keys = columns.filter(({ pk }) => pk > 0);
  const [key] = keys;
  const id = keys.length === 1 && key?.type === 'INTEGER' ? key.name : null;
  const references = database
    .prepare<[string], { table: string; from: string; to: string | null }>(
      'SELECT "table", "from", "to" FROM pragma_foreign_key_list(?)',
    )
    .all(name)
    .filter(({ to }) => to === 'id' || to === null);
  return {
    name,
    id,
    columns: columns.map((column) => column.name).filter((column) => column !== id && !TIMES.has(column)),
    // Some tables repeat the number of their report beside the row that they belong to, without saying so in the schema.
    references: new Map([
      ...columns.flatMap((column): [string, string][] =>
        column.name === 'report_id' ? [['report_id', 'report']] : [],
      ),
      ...references.map(({ table, from }): [string, string] => [from, table]),
    ]),
  };
}

/** A table comes after those that it refers to, but for itself. */
function parentsFirst(tables: readonly Table[]): readonly Table[] {
  const done = new Map<string, Table>();
  const visit = (table: Table): void => {
    if (done.has(table.name)) return;
    for (const parent of new Set(table.references.values())) {
      const known = tables.find(({ name }) => name === parent);
      if (known !== undefined && known !== table) visit(known);
    }
    done.set(table.name, table);
  };
  tables.forEach(visit);
  return [...done.values()];
}

/** The rows as text, sorted. */
function contentOf(
  database: Database.Database,
  { name, id, columns, references }: Table,
  labels: Map<string, Map<number, string>>,
): readonly string[] {
  const own = new Map<number, string>();
  const chosen = [id ?? 'NULL', ...columns.map((column) => `"${column}"`)].join(', ');
  // A report is told by its bytes, so that one may refer to another.
  if (name === 'report') {
    const reports = database.prepare<[], [number, string]>('SELECT id, sha256 FROM report').raw().all();
    labels.set(name, new Map(reports));
  } else labels.set(name, own);
  const content: string[] = [];
  for (const values of database.prepare<[], unknown[]>(`SELECT ${chosen} FROM "${name}"`).raw().iterate()) {
    const [key, ...rest] = values;
    const parts = columns.map((column, index) => {
      const parent = references.get(column);
      const value = rest[index];
      const told = parent === undefined || value === null ? value : labels.get(parent)?.get(Number(value));
      if (told === undefined) throw new Error(`expected that ${name}.${column} ${value} leads to a row of ${parent}`);
      return `${column}=${told}`;
    });
    const text = parts.join(' ');
    content.push(text);
    if (id !== null) own.set(Number(key), createHash('sha1').update(text).digest('hex').slice(0, 20));
  }
  return content.sort();
}

function differenceOf(table: string, first: readonly string[], second: readonly string[]): Difference | null {
  for (let at = 0; at < Math.max(first.length, second.length); at++) {
    const [mine, theirs] = [first[at], second[at]];
    if (mine === theirs) continue;
    if (mine !== undefined && (theirs === undefined || mine < theirs)) return { table, onlyIn: 'first', row: mine };
    if (theirs !== undefined) return { table, onlyIn: 'second', row: theirs };
  }
  return null;
}
