/**
 * Scans a digital PDF: `npx tsx samples/make/scan/main.ts IN.pdf OUT.pdf --seed 7 --dpi 200 --condition scan|stamp|copy|light`.
 * Writes the scan, and prints what happened to each page as JSON.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { CONDITIONS, type ConditionName } from './condition.js';
import { makeScan } from './scan.js';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    seed: { type: 'string', default: '1' },
    dpi: { type: 'string', default: '200' },
    condition: { type: 'string', default: 'scan' },
    pages: { type: 'string' },
  },
});
const [source, target] = positionals;
if (source === undefined || target === undefined)
  throw new Error('expected two files, IN.pdf and OUT.pdf; give both: main.ts IN.pdf OUT.pdf');
const { pdf, pages } = await makeScan(readFileSync(source), {
  seed: whole('seed', values.seed),
  dpi: whole('dpi', values.dpi),
  condition: conditionName(values.condition),
  ...(values.pages === undefined ? {} : { pages: values.pages.split(',').map((page) => whole('pages', page)) }),
});
writeFileSync(target, pdf);
process.stdout.write(`${JSON.stringify(pages)}\n`);

function whole(option: string, text: string): number {
  if (!/^\d{1,9}$/.test(text)) throw new Error(`expected a whole number after --${option}, found ${text}`);
  return Number(text);
}

function conditionName(text: string): ConditionName {
  const names = Object.keys(CONDITIONS) as ConditionName[];
  const found = names.find((name) => name === text);
  if (found === undefined) throw new Error(`expected one of ${names.join(', ')} after --condition, found ${text}`);
  return found;
}
