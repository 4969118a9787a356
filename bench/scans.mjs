// What reading a scan takes: `npm run bench -- --scans`. See README.md here.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { interleaved, median } from './interleaved.mjs';
import { printRow } from './print.mjs';
import { runNode } from './process.mjs';
import { peakOfWorkers } from './worker-memory.mjs';

const local = (path) => fileURLToPath(new URL(path, import.meta.url));
const CLI = local('../dist/cli/main.js');
const SCAN = local('../samples/quanzhou-bigdata-2023-final-scan.pdf');
const DIGITAL = local('../samples/quanzhou-bigdata-2023-final-rebuilt.pdf');
const isLinux = process.platform === 'linux';
/** Pages of tables (grey, 200 dpi) and of prose (black and white, 300 dpi). */
const PAGES = { table: [10, 14, 17], prose: [4, 6, 22] };

/** All measures of scans, as those of measures.mjs; the longest one of some minutes reads the whole sample. */
export async function scans() {
  return [...pageMeasures(), ...(await wholeScan())];
}

/** One page after the other on one processor: the whole against the runs of the recogniser, in seconds of the processor. */
function pageMeasures() {
  const program = [local('scan-pages.mjs'), SCAN, ...PAGES.table, ...PAGES.prose].map(String);
  const pinned = isLinux && spawnSync('taskset', ['-c', '0', 'true']).status === 0;
  const command = pinned ? ['taskset', '-c', '0', process.execPath] : [process.execPath];
  const [name, ...rest] = [...command, ...program];
  const run = spawnSync(name, rest, { encoding: 'utf8' });
  if (run.status !== 0) throw new Error(`${name} ${rest.join(' ')} ended with ${run.status}:\n${run.stderr}`);
  if (!pinned) printRow(['one processor', 'not kept to: no taskset here']);
  const pages = JSON.parse(run.stdout);
  return Object.entries(PAGES).map(([kind, numbers]) => {
    const own = pages.filter(({ page }) => numbers.includes(page));
    const middle = (value) => median(own.map(value)).toFixed(2);
    const detail = [
      `processor ${middle((one) => one.whole.cpu)} s a page, ${middle((one) => one.recognition.cpu)} s of it recognition`,
      `clock ${middle((one) => one.whole.wall)} s`,
    ].join('; ');
    const value = median(own.map(({ whole, recognition }) => whole.cpu / recognition.cpu));
    return { name: `${kind} page / recognition`, value, bar: 2.5, unit: 'ratio', detail };
  });
}

/** The whole scan once, watched; then again out of the cache, in turns with its digital twin. */
async function wholeScan() {
  const folder = mkdtempSync(join(tmpdir(), 'juesuan-bench-scans-'));
  process.env.JUESUAN_OCR_CACHE = join(folder, 'readings');
  let run = 0;
  const importing = (file) => [CLI, 'import', file, '--db', join(folder, `${run++}.db`)];
  try {
    const peak = await peakOfWorkers([...importing(SCAN), '--ocr-workers', '1']);
    const { ours, theirs } = await interleaved(
      () => runNode(importing(SCAN)),
      () => runNode(importing(DIGITAL)),
      { rounds: 5, warmUp: 1 },
    );
    const detail = `${ours.toFixed(0)} ms against ${theirs.toFixed(0)} ms`;
    const second = { name: 'second run / digital twin', value: ours / theirs, bar: 2, unit: 'ratio', detail };
    if (isLinux)
      return [{ name: 'peak memory of a worker', value: peak, bar: 900e6, unit: 'bytes', detail: '' }, second];
    printRow(['peak memory of a worker', 'not measured: Linux only']);
    return [second];
  } finally {
    rmSync(folder, { recursive: true });
  }
}
