#!/usr/bin/env node
// `npm run bench [-- FILE]`: measures, prints a table of value, bar and pass or fail; exit 1 when a bar is missed. See README.md here.
// `npm run bench -- --batch …` measures imports in bulk instead: batch.mjs.
import { fileURLToPath } from 'node:url';
import { longReport, stages, storing, verifying, warm, wholeProcess } from './measures.mjs';

if (process.argv.includes('--batch')) {
  await import('./batch.mjs');
  process.exit();
}

const sample = fileURLToPath(new URL('../samples/quanzhou-bigdata-2023-final-rebuilt.pdf', import.meta.url));
const file = process.argv[2] ?? sample;

const UNITS = {
  ratio: (value) => `${value.toFixed(2)} x`,
  share: (value) => `${(100 * value).toFixed(1)} %`,
  bytes: (value) => `${Math.round(value / 1e6)} MB`,
};

let missed = 0;
for (const measure of [wholeProcess, warm, verifying, storing, longReport]) {
  const { name, value, detail, bar, unit } = await measure(file);
  const passed = value <= bar;
  if (!passed) missed++;
  print([name, UNITS[unit](value), `bar ${UNITS[unit](bar)}`, passed ? 'pass' : 'FAIL', detail]);
}

console.log('\nwhere the time of one warm reading goes');
const times = await stages(file);
const whole = times.reduce((sum, { milliseconds }) => sum + milliseconds, 0);
for (const { stage, milliseconds } of times) {
  print([stage, `${milliseconds.toFixed(1)} ms`, UNITS.share(milliseconds / whole)]);
}
process.exitCode = missed === 0 ? 0 : 1;

function print([name, ...cells]) {
  console.log([name.padEnd(30), ...cells.map((cell) => cell.padStart(12))].join('  ').trimEnd());
}
