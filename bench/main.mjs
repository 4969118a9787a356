#!/usr/bin/env node
// `npm run bench [-- FILE | --scans]`: measures a report, or the reading of scans; prints a table of value, bar and pass or fail;
// exit 1 when a bar is missed. See README.md here.
// `npm run bench -- --batch …` measures imports in bulk instead: batch.mjs; `-- --many` memory over many documents: many.mjs.
import { fileURLToPath } from 'node:url';
import { longReport, stages, storing, verifying, warm, wholeProcess } from './measures.mjs';
import { printMeasure, printRow, UNITS } from './print.mjs';
import { scans } from './scans.mjs';

if (process.argv.includes('--batch')) {
  await import('./batch.mjs');
  process.exit();
}

const sample = fileURLToPath(new URL('../samples/quanzhou-bigdata-2023-final-rebuilt.pdf', import.meta.url));
const [subject = sample] = process.argv.slice(2);
const missed = await bench(subject);
process.exitCode = missed === 0 ? 0 : 1;

async function bench(subject) {
  if (subject === '--scans') return benchScans();
  if (subject === '--many') return (await import('./many.mjs')).many();
  return benchReport(subject);
}

/** The measures of scans; gives the number of bars that were missed. */
async function benchScans() {
  const measures = await scans();
  return measures.filter((measure) => !printMeasure(measure)).length;
}

/** The measures of a digital report, and its stages; gives the number of bars that were missed. */
async function benchReport(file) {
  let missed = 0;
  for (const measure of [wholeProcess, warm, verifying, storing, longReport])
    if (!printMeasure(await measure(file))) missed++;
  console.log('\nwhere the time of one warm reading goes');
  const times = await stages(file);
  const whole = times.reduce((sum, { milliseconds }) => sum + milliseconds, 0);
  for (const { stage, milliseconds } of times) {
    printRow([stage, `${milliseconds.toFixed(1)} ms`, UNITS.share(milliseconds / whole)]);
  }
  return missed;
}
