import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { makeScan, type PageChoice, type Scan, type ScanOptions } from './scan.js';

/** The scanned sample, and the digital PDF that it is a scan of. */
export const QUANZHOU_SCAN = 'quanzhou-bigdata-2023-final-scan.pdf';
const DIGITAL = new URL('../../quanzhou-bigdata-2023-final-rebuilt.pdf', import.meta.url);

/** Prose in black and white, as text is scanned to keep files small. */
const PROSE: PageChoice = { condition: 'text', dpi: 300 };
const pages = (from: number, to: number, choice: PageChoice): [number, PageChoice][] =>
  Array.from({ length: to - from + 1 }, (_, index) => [from + index, choice]);

/**
 * Tables (10 to 19) and self-evaluations (28 to 36) in grey, prose in black and white; a stamp on 财政拨款收入支出决算总表; five pages
 * the wrong way round, of tables, prose and self-evaluations.
 */
const OPTIONS: ScanOptions = {
  seed: 7,
  dpi: 200,
  condition: 'light',
  chosen: Object.fromEntries([
    ...pages(1, 9, PROSE),
    ...pages(20, 27, PROSE),
    [12, { laid: 1 }],
    [13, { stamped: true }],
    [16, { laid: 3 }],
    [18, { laid: 2 }],
    [23, { ...PROSE, laid: 2 }],
    [30, { laid: 1 }],
  ]),
};

/** The Quanzhou report as if it had been printed and scanned; given pages only, if some are. */
export function quanzhouScan(only?: readonly number[]): Promise<Scan> {
  return makeScan(readFileSync(fileURLToPath(DIGITAL)), only === undefined ? OPTIONS : { ...OPTIONS, pages: only });
}
