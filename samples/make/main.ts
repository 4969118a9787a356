/**
 * Makes the sample reports: `npm run samples` writes samples/*.pdf, samples/truth/*.truth.json and the register of
 * planted contradictions, samples/truth/*.planted.json.
 * The files are the same on every machine and every run; test/samples checks that the committed ones are these. Last comes the scan of
 * the Quanzhou report, which has no truth of its own: that of the digital report is its truth.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { unitBudget } from './budget/report.js';
import { plantedText } from './contradictions/plants.js';
import { accounts2022, accounts2023, budgetOf2023 } from './contradictions/reports.js';
import { finalAccount } from './final-account/report.js';
import { sha256, truthText } from './sample.js';
import { QUANZHOU_SCAN, quanzhouScan } from './scan/quanzhou.js';

const folder = fileURLToPath(new URL('..', import.meta.url));
mkdirSync(`${folder}truth`, { recursive: true });
const contradictory = await accounts2023();
const samples = [await finalAccount(), await unitBudget(), await accounts2022(), await budgetOf2023(), contradictory];
for (const { bytes, truth } of samples) {
  writeFileSync(`${folder}${truth.file}`, bytes);
  writeFileSync(`${folder}truth/${truth.file.replace(/\.pdf$/, '.truth.json')}`, truthText(truth));
  process.stderr.write(`${truth.file}: ${bytes.length} bytes, sha256 ${truth.sha256}\n`);
}
const { truth, planted } = contradictory;
writeFileSync(`${folder}truth/${truth.file.replace(/\.pdf$/, '.planted.json')}`, plantedText(planted));
const { pdf } = await quanzhouScan();
writeFileSync(`${folder}${QUANZHOU_SCAN}`, pdf);
process.stderr.write(`${QUANZHOU_SCAN}: ${pdf.length} bytes, sha256 ${sha256(pdf)}\n`);
