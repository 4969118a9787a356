// Time and plan of the named queries (seeds/queries) on a database.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import Database from 'better-sqlite3';
import { askNamed, namedQueries } from '../dist/store/named-queries.js';
import { openStore } from '../dist/store/store.js';

const SELF = fileURLToPath(import.meta.url);
/** What queries that need a parameter are asked with. */
const ASKED = { figures: { report: '1' }, search: { text: '公务接待费' } };
/** Going through an index that holds some rows only is going through these. */
const ONLY_SOME = / USING (COVERING )?INDEX (figure|quantity)_disputed$/;
/** Rows that `juesuan query NAME` shows in a table unless it is told otherwise (src/cli/commands/query.ts). */
const SHOWN = 2_000;
/** Longest time for one query, then it counts as without end. Milliseconds. */
const LIMIT = 60_000;

/**
 * Every named query, in processes of its own so that one without end can be stopped. `shown`: milliseconds until the rows are there that the command
 * line shows in a table by default, in a second run; `whole`: until all `rows` have been read one by one, as for CSV and JSON; `null` past the limit.
 * `scans`: the lines of its plan that go through a whole table of numbers.
 */
export function timedQueries(file) {
  return namedQueries().map(({ name, sql }) => {
    const shown = timed(file, name, SHOWN);
    const whole = timed(file, name, Number.MAX_SAFE_INTEGER);
    return {
      name,
      shown: shown?.milliseconds ?? null,
      whole: whole?.milliseconds ?? null,
      rows: whole?.rows ?? null,
      scans: scansOf(file, sql),
    };
  });
}

function timed(file, name, most) {
  const run = spawnSync(process.execPath, [SELF, file, name, String(most)], { encoding: 'utf8', timeout: LIMIT });
  if (run.error?.code === 'ETIMEDOUT') return undefined;
  if (run.status !== 0) throw new Error(`${name} failed: ${run.stderr}`);
  return JSON.parse(run.stdout);
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
  const [, , file, name, most] = process.argv;
  const store = openStore(file, { readOnly: true });
  const read = () => {
    const started = performance.now();
    const { user, system } = process.cpuUsage();
    let rows = 0;
    for (const _ of askNamed(store, name, ASKED[name] ?? {}).rows) {
      rows += 1;
      if (rows >= Number(most)) break;
    }
    const used = process.cpuUsage({ user, system });
    return { milliseconds: performance.now() - started, processor: (used.user + used.system) / 1000, rows };
  };
  // The first run fetches from the disk, and what a busy disk takes says nothing of the query. A whole answer is read once.
  const first = read();
  process.stdout.write(JSON.stringify(first.rows < Number(most) && Number(most) > SHOWN ? first : read()));
  store.close();
}
