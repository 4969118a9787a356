#!/usr/bin/env node
// How well scans are read: `npm run build`, then `node scripts/scan-accuracy.mjs [--seeds N] [--from SEED] [--whole]`.
// 1. The pictures of ../shared/scans, cell by cell: numbers, codes and names that are exact, empty cells that are empty, by condition.
// 2. Reports whose truth is known, scanned anew for each seed (samples/make/scan) under changing conditions: cells by ../shared/tools/score.mjs
//    --amounts, wrong amounts that the program vouches for, and lost ones that it does not tell of. Only the pages of the statements are scanned unless --whole is given.
// Scans of real reports live in a temporary folder and die with it. Exit 1 when any wrong amount is vouched for, a loss is not told, or something is not read;
// 0 otherwise, or when ../shared is not here. What is wrong is listed with --verbose.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { tsImport } from 'tsx/esm/api';

const root = fileURLToPath(new URL('..', import.meta.url));
const shared = join(root, '../shared');
const cli = join(root, 'dist/cli/main.js');
/** Reports and the first and last page of their statements. */
const REPORTS = [
  { report: 'quanzhou-bigdata-2023-final-rebuilt', first: 10, last: 19 },
  { report: 'shanghai-putuo-finance-2024-final', first: 6, last: 20 },
];
/** Seeds take these in turn. */
const CONDITIONS = [
  { condition: 'scan', dpi: 200 },
  { condition: 'stamp', dpi: 200 },
  { condition: 'copy', dpi: 300 },
  { condition: 'scan', dpi: 150 },
];
const SORTS = ['number', 'code', 'name', 'empty'];
const LAST_LINE = /cells (\d+)\/(\d+) .*numbers (\d+)\/(\d+) .*silent errors (\d+); extra values (\d+)/;
const OUTPUT_LIMIT = 1 << 28;
const { values: options } = parseArgs({
  options: {
    seeds: { type: 'string', default: '20' },
    from: { type: 'string', default: '1' },
    whole: { type: 'boolean', default: false },
    verbose: { type: 'boolean', default: false },
  },
});

if (!existsSync(join(shared, 'scans/meta.json'))) {
  console.log(
    'accuracy of scans not measured: ../shared (pictures and reports with their truth) is not beside this folder.',
  );
  process.exit(0);
}
const { scoreCells } = await tsImport('../test/support/scan-cells.ts', import.meta.url);
const { inventedAmounts, untoldLosses } = await tsImport('../test/support/scan-amounts.ts', import.meta.url);
const { makeScan } = await tsImport('../samples/make/scan/scan.ts', import.meta.url);
// Every picture is read anew: what an earlier program kept says nothing of this one.
const cache = mkdtempSync(join(tmpdir(), 'juesuan-readings-'));
process.env.JUESUAN_OCR_CACHE = cache;
const { extract } = await import('../dist/pipeline.js');
const { withSnappedWords } = await import('../dist/normalize/scan/snap-document.js');

const unread = await scorePictures();
const failed = (await scoreSeeds()) || unread > 0;
rmSync(cache, { recursive: true, force: true });
// The engines of `extract` have processes of their own, which would keep this one waiting.
process.exit(failed ? 1 : 0);

/** Part 1: one line a condition; gives the number of pictures that were not read. */
async function scorePictures() {
  const tables = json(join(shared, 'scans/truth.json'));
  const pictures = Object.entries(json(join(shared, 'scans/meta.json')))
    .map(([name, picture]) => ({ name, picture, condition: name.replace(/-\d+\.\w+$/, '') }))
    .filter(({ name }) => existsSync(join(shared, 'scans', name)));
  let unread = 0;
  for (const condition of new Set(pictures.map((one) => one.condition))) {
    const totals = Object.fromEntries(SORTS.map((sort) => [sort, { right: 0, all: 0 }]));
    const wrong = [];
    for (const { name, picture } of pictures.filter((one) => one.condition === condition)) {
      const { cells } = tables.find(({ no }) => no === picture.table);
      const document = withSnappedWords(await extract(join(shared, 'scans', name)));
      const [page] = document.pages;
      if (page.condition !== 'read') {
        unread++;
        console.log(`${name}: not read. ${page.reason}`);
      }
      const score = scoreCells(cells, picture, page.width, readCells(document));
      for (const sort of SORTS) {
        totals[sort].right += score.counts[sort].right;
        totals[sort].all += score.counts[sort].all;
      }
      wrong.push(...score.wrong.map((cell) => ({ name, ...cell })));
    }
    console.log(`${condition}: ${SORTS.map((sort) => `${sort}s ${shareOf(totals[sort])}`).join(', ')}`);
    if (options.verbose)
      for (const { name, sort, printed, read } of wrong)
        console.log(`  ${name} ${sort}: printed ${printed || '(nothing)'}, read ${read ?? '(no cell)'}`);
  }
  return unread;
}

/** The cells of all grids on the page, as `scoreCells` takes them. */
function readCells(document) {
  return document.blocks
    .filter(({ kind }) => kind === 'grid')
    .flatMap(({ cells }) => cells)
    .flatMap(({ text, places }) => places.flatMap(({ box }) => (box === null ? [] : [{ text, box }])));
}

/** Part 2: one line a seed and report, and totals; true when something is vouched for that is wrong, or not read. */
async function scoreSeeds() {
  const folder = mkdtempSync(join(tmpdir(), 'juesuan-scans-'));
  const totals = { cells: 0, allCells: 0, numbers: 0, allNumbers: 0, silent: 0, invented: 0, untold: 0, extra: 0 };
  let unread = 0;
  const first = Number(options.from);
  try {
    for (let seed = first; seed < first + Number(options.seeds); seed++)
      for (const subject of REPORTS) {
        const how = CONDITIONS[seed % CONDITIONS.length];
        const score = await scoreSeed(folder, subject, seed, how);
        const title = `seed ${seed} ${how.condition} ${how.dpi} dpi, ${subject.report}`;
        if (score.failure !== undefined) {
          unread++;
          console.log(`${title}: not read. ${score.failure}`);
          continue;
        }
        for (const key of Object.keys(totals)) totals[key] += score[key];
        console.log(`${title}: ${lineOf(score)}`);
        if (options.verbose) for (const line of score.details) console.log(`  ${line}`);
      }
  } finally {
    rmSync(folder, { recursive: true });
  }
  console.log(`all seeds: ${lineOf(totals)}, not read ${unread}`);
  return unread > 0 || totals.silent > 0 || totals.invented > 0 || totals.untold > 0;
}

/** Scans one report, reads the scan, and compares. */
async function scoreSeed(folder, { report, first, last }, seed, how) {
  const truthFile = join(shared, 'reports', `${report}.truth.json`);
  const truth = json(truthFile);
  const source = readFileSync(join(shared, 'reports', `${report}.pdf`));
  const pages = Array.from({ length: last - first + 1 }, (_, index) => first + index);
  const { pdf } = await makeScan(source, { seed, ...how, ...(options.whole ? {} : { pages }) });
  const scan = join(folder, 'scan.pdf');
  writeFileSync(scan, pdf);
  const read = run(cli, 'read', scan, '--json', '--no-ocr-cache');
  if (read.status !== 0) return { failure: `read ended with ${read.status}: ${read.stderr.trim().split('\n').at(-1)}` };
  const output = join(folder, 'read.json');
  writeFileSync(output, read.stdout);
  const compared = run(join(shared, 'tools/score.mjs'), output, truthFile, '--amounts', '--verbose');
  const counts = LAST_LINE.exec(compared.stdout);
  if (counts === null) return { failure: `the scorer said: ${compared.stderr.trim()}` };
  const [cells, allCells, numbers, allNumbers, silent, extra] = counts.slice(1).map(Number);
  const result = JSON.parse(read.stdout);
  const invented = inventedAmounts(result.statements, truth.statements);
  const losses = untoldLosses(result.statements, result.findings, truth.statements);
  const untold = losses.reduce((sum, { amountsFen }) => sum + amountsFen.length, 0);
  const details = [
    ...invented.map((one) => `VOUCHED ${one.kind} page ${one.page} ${one.label}: ${one.printed} (${one.status})`),
    ...losses.map(({ kind, amountsFen }) => `UNTOLD ${kind}: ${amountsFen.join(', ')} fen`),
    ...compared.stdout.split('\n').filter((line) => line.startsWith('    ')),
  ];
  return { cells, allCells, numbers, allNumbers, silent, extra, invented: invented.length, untold, details };
}

function lineOf({ cells, allCells, numbers, allNumbers, silent, invented, untold, extra }) {
  const [all, some] = [shareOf({ right: cells, all: allCells }), shareOf({ right: numbers, all: allNumbers })];
  return `cells ${all}, numbers ${some}, silent errors ${silent}, invented amounts ${invented}, untold losses ${untold}, extra values ${extra}`;
}

/** `right/all = percent`, rounded down, so that 100 % means all. */
function shareOf({ right, all }) {
  return `${right}/${all} = ${all === 0 ? '-' : (Math.floor((10_000 * right) / all) / 100).toFixed(2)} %`;
}

function run(...command) {
  return spawnSync(process.execPath, command, { encoding: 'utf8', maxBuffer: OUTPUT_LIMIT });
}

function json(file) {
  return JSON.parse(readFileSync(file, 'utf8'));
}
