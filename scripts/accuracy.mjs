#!/usr/bin/env node
// Reads every report whose true cells are known and compares cell by cell: `npm run accuracy` builds first, then runs this.
// Truth files stand in ../shared/reports and samples/truth; each names its report. The comparison is ../shared/tools/score.mjs.
// Exit 0 when every cell of every report is right and nothing is extra, or when ../shared is not here; 1 otherwise.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const cli = join(root, 'dist/cli/main.js');
const scorer = join(root, '../shared/tools/score.mjs');
const SCORED_FORM = /^(FA|B)0\d$/;
const LAST_LINE = /cells (\d+)\/(\d+) .*silent errors (\d+); extra values (\d+)/;
const OUTPUT_LIMIT = 1 << 28;

if (!existsSync(scorer)) {
  console.log('accuracy not measured: ../shared (reports with their truth, and the scorer) is not beside this folder.');
  process.exit(0);
}

const folder = mkdtempSync(join(tmpdir(), 'juesuan-accuracy-'));
try {
  const scores = [
    ...truths(join(root, '../shared/reports'), join(root, '../shared/reports')),
    ...truths(join(root, 'samples/truth'), join(root, 'samples')),
  ].map(score);
  for (const line of scores.map(lineOf)) console.log(line);
  const total = sum(scores);
  console.log(lineOf(total));
  process.exitCode = scores.length > 0 && scores.every(isPerfect) ? 0 : 1;
} finally {
  rmSync(folder, { recursive: true });
}

/** The truth files of a folder that hold scored forms, with the report that each is about. */
function truths(truthFolder, reportFolder) {
  if (!existsSync(truthFolder)) return [];
  return readdirSync(truthFolder)
    .filter((name) => name.endsWith('.truth.json'))
    .sort()
    .map((name) => join(truthFolder, name))
    .flatMap((truth) => {
      const { file, statements } = JSON.parse(readFileSync(truth, 'utf8'));
      return statements?.some(({ form }) => SCORED_FORM.test(form))
        ? [{ truth, file, report: join(reportFolder, file) }]
        : [];
    });
}

/** Reads one report and scores it; a reader that fails has no cell right and says why in `failure`. */
function score({ truth, file, report }) {
  const read = spawnSync(process.execPath, [cli, 'read', report, '--json'], {
    encoding: 'utf8',
    maxBuffer: OUTPUT_LIMIT,
  });
  if (read.status !== 0) return failed(file, `read ended with ${read.status}: ${lastLine(read.stderr)}`);
  const output = join(folder, 'read.json');
  writeFileSync(output, read.stdout);
  const compared = spawnSync(process.execPath, [scorer, output, truth], { encoding: 'utf8', maxBuffer: OUTPUT_LIMIT });
  const counts = LAST_LINE.exec(lastLine(compared.stdout));
  if (!counts) return failed(file, `the scorer said: ${lastLine(compared.stderr) || lastLine(compared.stdout)}`);
  const [right, total, silent, extra] = counts.slice(1).map(Number);
  return { file, right, total, silent, extra, failure: null };
}

function failed(file, failure) {
  return { file, right: 0, total: 0, silent: 0, extra: 0, failure };
}

function lastLine(text) {
  return text.trimEnd().split('\n').at(-1) ?? '';
}

function isPerfect({ right, total, extra, failure }) {
  return failure === null && total > 0 && right === total && extra === 0;
}

function sum(scores) {
  const add = (key) => scores.reduce((all, one) => all + one[key], 0);
  return {
    file: `${scores.length} reports`,
    right: add('right'),
    total: add('total'),
    silent: add('silent'),
    extra: add('extra'),
    failure: null,
  };
}

/** `cells right/total` of one report; a silent error is a wrong value that the arithmetic nevertheless called verified. */
function lineOf({ file, right, total, silent, extra, failure }) {
  if (failure !== null) return `${file}: not read. ${failure}`;
  const share = total === 0 ? 0 : Math.floor((10_000 * right) / total) / 100;
  return `${file}: cells ${right}/${total} = ${share.toFixed(2)} %, silent errors ${silent}, extra values ${extra}`;
}
