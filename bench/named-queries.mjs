// Time and plan of the named queries (seeds/queries) on a database.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import Database from 'better-sqlite3';
import { namedQueries, runNamed } from '../dist/store/named-queries.js';
import { openStore } from '../dist/store/store.js';

const SELF = fileURLToPath(import.meta.url);
/** What queries that need a parameter are asked with. */
const ASKED = { figures: { report: '1' }, search: { text: '公务接待费' } };
/** Going through an index that holds some rows only is going through these. */
const ONLY_SOME = / USING (COVERING )?INDEX (figure|quantity)_disputed$/;
/** Longest time for one query, then it counts as without end. Milliseconds. */
const LIMIT = 60_000;

/**
 * Every named query, each in a process of its own so that one without end can be stopped: milliseconds of a first and a second run (`null` past
 * the limit), rows, and the lines of its plan that go through a whole table of numbers.
 */
export function timedQueries(file) {
  return namedQueries().map(({ name, sql }) => {
    const run = spawnSync(process.execPath, [SELF, file, name], { encoding: 'utf8', timeout: LIMIT });
    const answer = run.status === 0 ? JSON.parse(run.stdout) : { first: null, second: null, rows: null };
    if (run.status !== 0 && run.error?.code !== 'ETIMEDOUT') throw new Error(`${name} failed: ${run.stderr}`);
    return { name, ...answer, scans: scansOf(file, sql) };
  });
}

/** Lines of a query's plan that read the whole of `figure` or `quantity`, by whatever name the query calls them, with an index or without. */
function scansOf(file, sql) {
  const database = new Database(file, { readonly: true });
  // A name that the query gives to a part of its own (WITH amount AS …) is no table.
  const own = [...sql.matchAll(/\b(\w+) AS (?:MATERIALIZED )?\(/g)].map(([, name]) => name);
  const names = ['figure', 'quantity']
    .flatMap((table) => [table, ...aliases(database, sql, table)])
    .filter((name) => !own.includes(name));
  const plan = database.prepare(`EXPLAIN QUERY PLAN ${sql}`).all(...bound(sql));
  database.close();
  return plan
    .map(({ detail }) => detail)
    .filter((detail) => names.includes(/^SCAN (\S+)/.exec(detail)?.[1]) && !ONLY_SOME.test(detail));
}

/** Other names of a table in a query and in the views. */
function aliases(database, sql, table) {
  const views = database.prepare("SELECT sql FROM sqlite_master WHERE type = 'view'").pluck().all();
  const pattern = new RegExp(`\\b(?:FROM|JOIN)\\s+${table}\\s+AS\\s+(\\w+)`, 'gi');
  return [sql, ...views].flatMap((text) => [...text.matchAll(pattern)].map(([, alias]) => alias));
}

function bound(sql) {
  const names = new Set([...sql.matchAll(/:([a-z_]+)/g)].map(([, name]) => name));
  return names.size === 0 ? [] : [Object.fromEntries([...names].map((name) => [name, null]))];
}

if (process.argv[1] === SELF) {
  const [, , file, name] = process.argv;
  const store = openStore(file, { readOnly: true });
  const timed = () => {
    const started = performance.now();
    const { rows } = runNamed(store, name, ASKED[name] ?? {});
    return { milliseconds: performance.now() - started, rows: rows.length };
  };
  const [first, second] = [timed(), timed()];
  process.stdout.write(JSON.stringify({ first: first.milliseconds, second: second.milliseconds, rows: first.rows }));
  store.close();
}
