/**
 * Makes the sample reports: `npm run samples` writes samples/*.pdf and samples/truth/*.truth.json.
 * The files are the same on every machine and every run; test/samples checks that the committed ones are these.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { unitBudget } from './budget/report.js';
import { finalAccount } from './final-account/report.js';
import { truthText } from './sample.js';

const folder = fileURLToPath(new URL('..', import.meta.url));
mkdirSync(`${folder}truth`, { recursive: true });
for (const { bytes, truth } of [await finalAccount(), await unitBudget()]) {
  writeFileSync(`${folder}${truth.file}`, bytes);
  writeFileSync(`${folder}truth/${truth.file.replace(/\.pdf$/, '.truth.json')}`, truthText(truth));
  process.stderr.write(`${truth.file}: ${bytes.length} bytes, sha256 ${truth.sha256}\n`);
}
