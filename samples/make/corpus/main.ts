/**
 * Makes a corpus of invented reports: `node scripts/make-corpus.mjs --reports 2000 --seed 1 --into DIR [--planted 5]`. See samples/README.md.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { truthText } from '../sample.js';
import { corpusReports } from './corpus.js';

const { values } = parseArgs({
  options: {
    reports: { type: 'string', default: '2000' },
    seed: { type: 'string', default: '1' },
    into: { type: 'string' },
    planted: { type: 'string', default: '5' },
  },
});
if (values.into === undefined) throw new Error('expected the folder to write into: --into DIR');
const [reports, seed, planted] = [values.reports, values.seed, values.planted].map(Number);
if (![reports, seed, planted].every(Number.isSafeInteger))
  throw new Error('expected whole numbers for --reports, --seed and --planted (in percent)');
mkdirSync(values.into, { recursive: true });
const started = performance.now();
let [bytes, count] = [0, 0];
for (const { bytes: pdf, truth } of corpusReports({ reports: reports ?? 0, seed: seed ?? 0, planted: planted ?? 0 })) {
  writeFileSync(join(values.into, truth.file), pdf);
  writeFileSync(join(values.into, truth.file.replace(/\.pdf$/, '.truth.json')), truthText(truth));
  bytes += pdf.length;
  count++;
}
const each = (performance.now() - started) / count;
process.stderr.write(`${count} reports, ${Math.round(bytes / count / 1000)} kB and ${each.toFixed(0)} ms each\n`);
