#!/usr/bin/env node
// `npm run demo`: the main job on the samples, as a user would type it. Imports the digital reports of samples/ into a fresh ./demo.db,
// asks two questions and shows the findings. Ends with the code of the first command that did not end with 0.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const DATABASE = 'demo.db';
const SCAN = 'samples/quanzhou-bigdata-2023-final-scan.pdf';
const root = fileURLToPath(new URL('..', import.meta.url));
/** The digital samples: reading the scan takes some minutes, so it is left to whoever wants to see it. */
const SAMPLES = readdirSync(`${root}samples`)
  .filter((name) => /\.(pdf|txt)$/.test(name) && !name.endsWith('-scan.pdf'))
  .map((name) => `samples/${name}`);
const COMMANDS = [
  ['import', ...SAMPLES],
  // How far can each report be relied on?
  ['query', 'select agency, fiscal_year, figures, verified, consistent, unverified, disputed from v_data_quality'],
  // What was most money spent on, and on which page does it say so?
  [
    'query',
    "select agency, label, total_yuan, total_status, page from v_expenditure_by_function where level = 'class' order by total_fen desc limit 8",
  ],
  ['audit'],
];

if (!existsSync(`${root}dist/cli/main.js`)) {
  console.error('dist/cli/main.js is missing: the program is not built. Run `npm ci` (or `npm run build`) first.');
  process.exit(2);
}
for (const name of [DATABASE, `${DATABASE}-wal`, `${DATABASE}-shm`]) rmSync(`${root}${name}`, { force: true });

for (const command of COMMANDS) {
  const parameters = [...command, '--db', DATABASE];
  console.log(`\n$ juesuan ${parameters.map(quoted).join(' ')}`);
  const run = spawnSync(process.execPath, ['dist/cli/main.js', ...parameters], { cwd: root, stdio: 'inherit' });
  // 1: a document failed, and its line says why; there is still something to ask.
  if (run.status !== 0) process.exitCode ||= run.status ?? 1;
  if (run.status !== 0 && run.status !== 1) process.exit();
}
console.log(`\nA scanned sample is there too (some minutes): juesuan import ${SCAN} --db ${DATABASE}`);
console.log(`The database stays in ./${DATABASE}: open it with any SQLite tool.`);

/** As a shell takes it. */
function quoted(word) {
  return /^[\w./-]+$/.test(word) ? word : `"${word}"`;
}
