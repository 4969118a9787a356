#!/usr/bin/env node
// Imports in bulk: `npm run bench -- --batch [--reports 2000] [--copies 9] [--concurrency 1,2] [--corpus DIR] [--planted 5] [--database FILE]`. Minutes, for 2,000 reports up to an
// hour. Prints a table of value, bar and pass or fail; exit 1 when a bar is missed. What is measured and what was found: README.md here.
import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, symlinkSync } from 'node:fs';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { openStore } from '../dist/store/store.js';
import { copyReports } from './copy-reports.mjs';
import { memoryGrowth } from './memory-growth.mjs';
import { timedQueries } from './named-queries.mjs';
import { runNode } from './process.mjs';
import { watchedNode } from './process-tree.mjs';

const CLI = fileURLToPath(new URL('../dist/cli/main.js', import.meta.url));
const MAKER = fileURLToPath(new URL('../scripts/make-corpus.mjs', import.meta.url));
/** Load of the minute before, above which the machine counts as busy. */
const IDLE_LOAD = 0.5;
/** Bars of issue 5: two workers against one, growth of memory, second run against first, time of a query in milliseconds. */
const BARS = { speedUp: 1.7, growth: 0.1, secondRun: 0.05, query: 1000 };

const { values: options } = parseArgs({
  args: process.argv.slice(2).filter((argument) => argument !== '--batch'),
  options: {
    reports: { type: 'string', default: '2000' },
    copies: { type: 'string', default: '9' },
    concurrency: { type: 'string', default: '1,2' },
    corpus: { type: 'string' },
    planted: { type: 'string', default: '5' },
    database: { type: 'string' },
  },
});
const reports = options.database === undefined ? Number(options.reports) : reportsIn(options.database);
const folder = mkdtempSync(join(tmpdir(), 'juesuan-batch-'));
let missed = 0;
try {
  const load = loadavg()[0];
  const isIdle = load <= IDLE_LOAD;
  console.log(
    `${reports} reports, ${cpus().length} processors, load ${load.toFixed(2)}: ${isIdle ? 'idle' : 'NOT idle, times and ratios of workers mean little'}`,
  );
  const database = options.database ?? (await imports(isIdle));
  size(database);
  queries(database);
} finally {
  rmSync(folder, { recursive: true });
}
process.exitCode = missed === 0 ? 0 : 1;

/** How many reports a database holds that was imported before (`--database`): then only its size and its queries are measured. */
function reportsIn(database) {
  const store = openStore(database, { readOnly: true });
  const [[count]] = store.query('SELECT count(*) FROM report').rows;
  store.close();
  return count;
}

/** Imports the corpus with each concurrency, then again; gives the last database. */
async function imports(isIdle) {
  const corpus = theCorpus();
  const runs = [];
  for (const concurrency of options.concurrency.split(',').map(Number)) runs.push(await firstRun(corpus, concurrency));
  speedUp(runs, isIdle);
  await secondRun(corpus, runs.at(-1));
  return runs.at(-1).database;
}

/** A folder with so many reports: made anew, or links to the first of an existing corpus, so that only reports are read. */
function theCorpus() {
  const target = join(folder, 'corpus');
  if (options.corpus === undefined) {
    runNode([MAKER, '--reports', options.reports, '--seed', '1', '--planted', options.planted, '--into', target]);
    return target;
  }
  mkdirSync(target);
  const files = readdirSync(options.corpus).filter((name) => name.endsWith('.pdf'));
  // Spread over the whole corpus, so that every layout is there.
  const step = Math.max(1, Math.floor(files.length / reports));
  for (const name of files.filter((_, index) => index % step === 0).slice(0, reports))
    symlinkSync(join(options.corpus, name), join(target, name));
  return target;
}

async function firstRun(corpus, concurrency) {
  const database = join(folder, `${concurrency}.db`);
  const { seconds, memory } = await imported(corpus, database, concurrency);
  print(
    `first run, concurrency ${concurrency}`,
    `${(reports / seconds).toFixed(2)} /s`,
    '',
    '',
    `${seconds.toFixed(0)} s, load ${loadavg()[0].toFixed(1)}`,
  );
  const { early, late, share, peak } = memoryGrowth(memory);
  judge(
    'memory, last tenth / second tenth',
    share,
    BARS.growth,
    `${megabytes(early)}, then ${megabytes(late)}, peak ${megabytes(peak)}`,
  );
  return { concurrency, seconds, database };
}

async function imported(corpus, database, concurrency) {
  const run = await watchedNode([
    CLI,
    'import',
    corpus,
    '--db',
    database,
    '--concurrency',
    String(concurrency),
    '--json',
  ]);
  if (run.code !== 0)
    throw new Error(`expected the import to end with 0, found ${run.code}:\n${run.output.slice(-2000)}`);
  return run;
}

function speedUp(runs, isIdle) {
  const [one, two] = [
    runs.find(({ concurrency }) => concurrency === 1),
    runs.find(({ concurrency }) => concurrency === 2),
  ];
  if (one === undefined || two === undefined) return;
  const ratio = one.seconds / two.seconds;
  const verdict = ratio >= BARS.speedUp ? 'pass' : isIdle ? 'FAIL' : 'not judged';
  if (verdict === 'FAIL') missed++;
  print(
    'two workers / one',
    `${ratio.toFixed(2)} x`,
    `${BARS.speedUp} x`,
    verdict,
    isIdle ? '' : 'the machine is not idle',
  );
}

async function secondRun(corpus, { database, concurrency, seconds }) {
  const again = await imported(corpus, database, concurrency);
  judge(
    'second run / first run',
    again.seconds / seconds,
    BARS.secondRun,
    `${again.seconds.toFixed(1)} s of ${seconds.toFixed(0)} s`,
  );
}

function size(database) {
  print(
    'database, a report',
    `${Math.round(statSync(database).size / reports / 1000)} kB`,
    '',
    '',
    megabytes(statSync(database).size),
  );
}

function queries(database) {
  const larger = join(folder, 'copies.db');
  copyReports(database, larger, Number(options.copies));
  const many = reports * (1 + Number(options.copies));
  console.log(
    `\nnamed queries on ${reports} and ${many} reports: milliseconds (second run) of what the command line shows by default, bar ${BARS.query}; of the complete answer; scans of figure and quantity`,
  );
  const times = timedQueries(database);
  const timesOfMany = new Map(timedQueries(larger).map((query) => [query.name, query]));
  for (const { name, shown, whole, rows, scans } of times) {
    const other = timesOfMany.get(name);
    const passed =
      [shown, other.shown].every((time) => time !== null && time <= BARS.query) &&
      scans.length + other.scans.length === 0;
    if (!passed) missed++;
    print(
      name,
      inWords(shown),
      inWords(other.shown),
      passed ? 'pass' : 'FAIL',
      `complete: ${inWords(whole)} (${rows} rows), ${inWords(other.whole)} (${other.rows ?? '?'} rows) ${[...scans, ...other.scans].join(', ')}`,
    );
  }
}

function inWords(milliseconds) {
  return milliseconds === null ? 'too long' : `${milliseconds.toFixed(0)} ms`;
}

/** A share that may be so large at most. */
function judge(name, value, bar, detail) {
  const passed = value <= bar;
  if (!passed) missed++;
  print(name, `${(100 * value).toFixed(1)} %`, `${100 * bar} %`, passed ? 'pass' : 'FAIL', detail);
}

function megabytes(bytes) {
  return `${Math.round(bytes / 1e6)} MB`;
}

function print(name, value, bar, verdict, detail) {
  console.log(
    [name.padEnd(36), value.padStart(12), bar.padStart(10), verdict.padStart(12), detail].join('  ').trimEnd(),
  );
}
