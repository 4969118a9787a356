// Memory over many documents: `npm run bench -- --many [--documents 10000]`. Small ones, since a leak hangs on their number: the dump of the sample, cut
// after its first statements, under as many names and years. See README.md here.
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { memoryGrowth } from './memory-growth.mjs';
import { printMeasure, printRow, UNITS } from './print.mjs';
import { watchedNode } from './process-tree.mjs';

const CLI = fileURLToPath(new URL('../dist/cli/main.js', import.meta.url));
const DUMP = fileURLToPath(new URL('../samples/quanzhou-bigdata-2023-final.txt', import.meta.url));
/** Where its second statement (收入决算表) has ended. */
const LINES = 523;
const YEARS = [2020, 2021, 2022, 2023, 2024];

/** Imports the documents with two workers; gives the number of bars that were missed. */
export async function many() {
  const { values } = parseArgs({
    args: process.argv.slice(2).filter((argument) => argument !== '--many'),
    options: { documents: { type: 'string', default: '10000' } },
  });
  const documents = Number(values.documents);
  const folder = mkdtempSync(join(tmpdir(), 'juesuan-many-'));
  try {
    makeDocuments(join(folder, 'in'), documents);
    const words = ['import', join(folder, 'in'), '--db', join(folder, 'many.db'), '--concurrency', '2', '--json'];
    const { seconds, code, output, memory } = await watchedNode([CLI, ...words]);
    if (code !== 0) throw new Error(`expected that the import ends with 0, found ${code}:\n${output.slice(-2000)}`);
    const { early, late, share, peak } = memoryGrowth(memory);
    printRow([`${documents} documents`, `${(documents / seconds).toFixed(1)} /s`, `${seconds.toFixed(0)} s`]);
    const detail = `${UNITS.bytes(early)}, then ${UNITS.bytes(late)}, peak ${UNITS.bytes(peak)}`;
    return printMeasure({ name: 'memory, last / second tenth', value: share, bar: 0.1, unit: 'share', detail }) ? 0 : 1;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Each of another body or year, so that none is a copy or a version of another. */
function makeDocuments(folder, documents) {
  mkdirSync(folder);
  const text = readFileSync(DUMP, 'utf8').split('\n').slice(0, LINES).join('\n');
  for (let index = 0; index < documents; index++) {
    const year = YEARS[index % YEARS.length];
    const name = `泉州市第${Math.floor(index / YEARS.length) + 1}服务中心`;
    const own = text.replaceAll('泉州市大数据服务中心', name).replaceAll('2023', String(year));
    writeFileSync(join(folder, `${String(index).padStart(6, '0')}.txt`), own);
  }
}
