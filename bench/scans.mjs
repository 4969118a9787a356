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

/** All measures of scans, as those of measures.mjs; the longest one of some minutes reads the whole sample. */
export async function scans() {
  return [...pageMeasures(), ...(await wholeScan())];
}

/**
 * All pages of the sample, one after the other on one processor: the whole against the runs of the recogniser, in seconds of the
 * processor. Tables are grey in 200 dpi, prose black and white in 300 dpi.
 */
function pageMeasures() {
  const program = [local('scan-pages.mjs'), SCAN];
  const pinned = isLinux && spawnSync('taskset', ['-c', '0', 'true']).status === 0;
  const command = pinned ? ['taskset', '-c', '0', process.execPath] : [process.execPath];
  const [name, ...rest] = [...command, ...program];
  const run = spawnSync(name, rest, { encoding: 'utf8' });
  if (run.status !== 0) throw new Error(`${name} ${rest.join(' ')} ended with ${run.status}:\n${run.stderr}`);
  if (!pinned) printRow(['one processor', 'not kept to: no taskset here']);
  const pages = JSON.parse(run.stdout);
  return ['table', 'prose'].map((kind) => {
    const own = pages.filter((page) => page.kind === kind);
    const middle = (value) => median(own.map(value)).toFixed(2);
    const dearest = own.reduce((most, page) => (page.whole.cpu > most.whole.cpu ? page : most));
    const detail = [
      `${own.length} pages, processor ${middle((one) => one.whole.cpu)} s a page, ${middle((one) => one.recognition.cpu)} s of it recognition`,
      `the dearest is page ${dearest.page}: ${dearest.whole.cpu.toFixed(2)} s, ${dearest.recognition.cpu.toFixed(2)} s of it recognition`,
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
