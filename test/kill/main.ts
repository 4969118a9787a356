/** The kill test in full: `npm run kill-test -- --documents 300 --kills 50 --seed 1`. See CONTRIBUTING.md. */
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { corpusReports } from '../../samples/make/corpus/corpus.js';
import { firstDifference } from './contents.js';
import { killImport } from './kill-import.js';
import { type Program, start } from './processes.js';

const { values } = parseArgs({
  options: {
    documents: { type: 'string', default: '300' },
    kills: { type: 'string', default: '50' },
    seed: { type: 'string', default: '1' },
  },
});
const [documents = 0, kills = 0, seed = 0] = [values.documents, values.kills, values.seed].map(Number);
if (![documents, kills, seed].every(Number.isSafeInteger) || documents < 10)
  throw new Error('expected whole numbers for --documents (10 at least), --kills and --seed');

const tell = (words: string): void => {
  process.stderr.write(`${words}\n`);
};
const folder = mkdtempSync(join(tmpdir(), 'juesuan-kill-'));
const program: Program = {
  command: process.execPath,
  argv: [fileURLToPath(new URL('../../dist/cli/main.js', import.meta.url)), 'import', '--ocr', 'never'],
  cwd: folder,
};

/** Every tenth report comes again with one cell changed: which version is current may not hang on the kills either. */
function makeDocuments(): void {
  const again = Math.floor(documents / 10);
  for (const [name, reports, planted] of [
    ['first', documents - again, 0],
    ['again', again, 100],
  ] as const) {
    mkdirSync(join(folder, name));
    for (const { bytes, truth } of corpusReports({ reports, seed, planted }))
      writeFileSync(join(folder, name, truth.file), bytes);
  }
}

async function timed(words: readonly string[]): Promise<number> {
  const began = performance.now();
  const code = await start(program, words).ended;
  if (code !== 0) throw new Error(`expected that an undisturbed import ends with 0, found ${code}`);
  return performance.now() - began;
}

try {
  makeDocuments();
  // Two documents: the processes that read have started, and each has read one.
  const two = readdirSync(join(folder, 'first')).slice(0, 2);
  const starting = await timed([...two.map((file) => join('first', file)), '--db', 'two.db']);
  const undisturbed = await timed(['first', 'again', '--db', 'undisturbed.db']);
  tell(`${documents} documents, undisturbed ${(undisturbed / 1000).toFixed(0)} s; two alone ${starting.toFixed(0)} ms`);
  const began = performance.now();
  const { struck, faults, missed } = await killImport({
    program,
    words: ['first', 'again', '--db', 'killed.db'],
    database: join(folder, 'killed.db'),
    documents,
    kills,
    seed,
    undisturbed,
    starting,
    tell,
  });
  const seconds = ((performance.now() - began) / 1000).toFixed(0);
  const { difference, rows } = firstDifference(join(folder, 'undisturbed.db'), join(folder, 'killed.db'));
  const amidst = struck.filter(({ stored }, at) => stored < documents && stored > (struck[at - 1]?.stored ?? 0)).length;
  tell(
    `${struck.length} kills in ${seconds} s, ${struck.filter(({ whole }) => whole).length} of the whole group; ${missed} runs ended before theirs;`,
  );
  tell(`${amidst} after some documents of the run were stored, the last with ${struck.at(-1)?.stored} stored`);
  for (const fault of faults) tell(`fault: ${fault}`);
  if (difference === null) tell(`same content: ${rows} rows`);
  else tell(`differs: ${difference.table}, only in the ${difference.onlyIn} database: ${difference.row}`);
  process.exitCode = faults.length === 0 && difference === null && struck.length === kills ? 0 : 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}
