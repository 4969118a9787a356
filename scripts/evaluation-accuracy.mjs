#!/usr/bin/env node
// Compares the self-evaluation tables of the Quanzhou report, as text dump and as rebuilt PDF, with their true cells, and prints
// right/total for each: `npm run build`, then `node scripts/evaluation-accuracy.mjs`. With two arguments, OUTPUT.json TRUTH.json, it
// scores one output of `juesuan read --json`; the acceptance test does that.
// A cell of the truth is { t: 'E2' the table, row: label, nth: which row with this label, k: which value of the row, val: as printed }.
// Exit 0 when every cell is right and nothing is extra, or when ../shared is not here; 1 otherwise.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const reports = join(root, '../shared/reports');
const truthFile = join(reports, 'quanzhou-bigdata-2023-evaluations.truth.json');
const FUND_COLUMNS = ['approved', 'adjusted', 'executed', 'weight', 'rate', 'score'];
const TOTAL = '总分值、评价总分(S)';

const [output, truth] = process.argv.slice(2);
if (output !== undefined && truth !== undefined) {
  report(output, score(readJson(output).evaluations, readJson(truth)));
} else if (!existsSync(truthFile)) {
  console.log(
    'accuracy of self-evaluations not measured: ../shared (the report with its truth) is not beside this folder.',
  );
} else {
  for (const file of ['quanzhou-bigdata-2023-final.txt', 'quanzhou-bigdata-2023-final-rebuilt.pdf'])
    report(file, score(evaluationsOf(join(reports, file)), readJson(truthFile)));
}

function readJson(file) {
  return JSON.parse(readFileSync(file, 'utf8'));
}

function evaluationsOf(file) {
  const read = spawnSync(process.execPath, [join(root, 'dist/cli/main.js'), 'read', file, '--json'], {
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  if (read.status !== 0) throw new Error(`read ${file} ended with ${read.status}: ${read.stderr}`);
  return JSON.parse(read.stdout).evaluations;
}

/** Every printed value of the tables under the key of its cell. Blank cells and dashes are not in the truth. */
function printedCells(evaluations) {
  const cells = new Map();
  for (const [at, evaluation] of evaluations.entries()) {
    const seen = new Map();
    const add = (row, values) => {
      const label = row.replace(/\s/g, '');
      const nth = seen.get(label) ?? 0;
      seen.set(label, nth + 1);
      for (const [k, value] of values.entries())
        if (value !== null && value !== '') cells.set(`E${at + 1}/${label}/${nth}/${k}`, value);
    };
    for (const fund of evaluation.funds)
      add(
        fund.label,
        FUND_COLUMNS.map((column) => numberOf(fund.numbers[column])),
      );
    for (const { level2, target, actual, numbers } of evaluation.indicators)
      add(level2, [target.printed, actual, numberOf(numbers.weight), numberOf(numbers.score)]);
    add(TOTAL, [numberOf(evaluation.totalScore)]);
  }
  return cells;
}

function numberOf(quantity) {
  return quantity != null && quantity.reading !== 'blank' && quantity.reading !== 'dash' ? quantity.printed : null;
}

function score(evaluations, truth) {
  const printed = printedCells(evaluations);
  const expected = new Map(truth.map(({ t, row, nth, k, val }) => [`${t}/${row.replace(/\s/g, '')}/${nth}/${k}`, val]));
  const wrong = [...expected].filter(([key, value]) => printed.get(key) !== value);
  const extra = [...printed].filter(([key]) => !expected.has(key));
  return { right: expected.size - wrong.length, total: truth.length, wrong, extra };
}

function report(file, { right, total, wrong, extra }) {
  for (const [key, value] of wrong) console.log(`  wrong ${key}: the truth is ${value}`);
  for (const [key, value] of extra) console.log(`  extra ${key}: ${value}`);
  console.log(`${file}: cells ${right}/${total}, extra ${extra.length}`);
  if (right !== total || extra.length > 0) process.exitCode = 1;
}
