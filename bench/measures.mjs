// What is measured. Each measure gives its value and the bar it must not pass; units: ratio, share (of 1), bytes.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readReport, timedStages } from '../dist/pipeline.js';
import { openStore } from '../dist/store/store.js';
import { readBare } from './bare-reader.mjs';
import { interleaved, median, milliseconds } from './interleaved.mjs';
import { writeLongReport } from './long-report.mjs';
import { peakMemory, runNode } from './process.mjs';

const CLI = fileURLToPath(new URL('../dist/cli/main.js', import.meta.url));
const BARE = fileURLToPath(new URL('bare-reader.mjs', import.meta.url));
const LONG_PAGES = 1000;

/** A whole `juesuan import` into a new database against a whole process of bare pdf.js. */
export async function wholeProcess(file) {
  const times = await inFolder((folder) => {
    let run = 0;
    return interleaved(
      () => runNode([CLI, 'import', file, '--db', join(folder, `${run++}.db`)]),
      () => runNode([BARE, file]),
      { rounds: 7, warmUp: 1 },
    );
  });
  return { name: 'whole process / bare pdf.js', ...againstBare(times), bar: 1.7, unit: 'ratio' };
}

/** `readReport` against the same pdf.js calls, both warm in this process. */
export async function warm(file) {
  const times = await interleaved(
    () => readReport(file),
    () => readBare(file),
    { rounds: 11, warmUp: 4 },
  );
  return { name: 'warm reading / bare pdf.js', ...againstBare(times), bar: 1.5, unit: 'ratio' };
}

/** The share of storing in reading and storing, warm, each time into a new database. */
export async function storing(file) {
  const reading = [];
  const saving = [];
  await inFolder(async (folder) => {
    for (let run = 0; run < 7; run++) {
      let report;
      reading.push(await milliseconds(async () => (report = await readReport(file))));
      const store = openStore(join(folder, `${run}.db`));
      const facts = { programVersion: 'bench', importedAt: new Date().toISOString(), force: false };
      saving.push(await milliseconds(() => store.save(report, facts)));
      store.close();
    }
  });
  const [read, save] = [median(reading), median(saving)];
  const detail = `${save.toFixed(0)} ms of ${(read + save).toFixed(0)} ms`;
  return { name: 'share of storing', value: save / (read + save), detail, bar: 0.15, unit: 'share' };
}

/** The share of verification in a warm reading. */
export async function verifying(file) {
  const times = await stages(file);
  const whole = times.reduce((sum, { milliseconds: one }) => sum + one, 0);
  const verify = times.find(({ stage }) => stage === 'verify').milliseconds;
  const detail = `${verify.toFixed(1)} ms of ${whole.toFixed(0)} ms`;
  return { name: 'share of verifying', value: verify / whole, detail, bar: 0.1, unit: 'share' };
}

/** Peak memory of importing a report of a thousand pages. */
export async function longReport(file) {
  const bytes = await inFolder(async (folder) => {
    const long = join(folder, 'long.pdf');
    await writeLongReport(file, long, LONG_PAGES);
    return peakMemory([CLI, 'import', long, '--db', join(folder, 'long.db')]);
  });
  return { name: `peak memory, ${LONG_PAGES} pages`, value: bytes, detail: '', bar: 600e6, unit: 'bytes' };
}

/** Median milliseconds of each stage of a warm reading, in the order of the stages. */
export async function stages(file) {
  const runs = [];
  for (let run = 0; run < 7; run++) runs.push(await timedStages(file));
  return runs[0].map(({ stage }, index) => ({
    stage,
    milliseconds: median(runs.map((one) => one[index].milliseconds)),
  }));
}

function againstBare({ ours, theirs }) {
  return { value: ours / theirs, detail: `${ours.toFixed(0)} ms against ${theirs.toFixed(0)} ms` };
}

/** Calls `work` with a new temporary folder and removes the folder afterwards. */
async function inFolder(work) {
  const folder = mkdtempSync(join(tmpdir(), 'juesuan-bench-'));
  try {
    return await work(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
