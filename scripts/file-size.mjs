#!/usr/bin/env node
// The size gate: no source file over the limit. A file that may be longer for now stands, with its lines, in
// file-size-debt.json; an entry must match its file exactly, so the list can only be paid off, never quietly grow.
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

const LIMIT = 400;
const FOLDERS = ['src', 'test', 'scripts', 'bench', 'samples/make'];
const SOURCE = /\.(ts|mts|cts|js|mjs|cjs|py)$/;

const root = fileURLToPath(new URL('..', import.meta.url));
const debt = JSON.parse(readFileSync(new URL('file-size-debt.json', import.meta.url), 'utf8'));
const sizes = new Map(FOLDERS.flatMap(sourceFiles).map((file) => [file, lineCount(join(root, file))]));
const complaints = [...tooLong(), ...staleDebt()];

console.log(`files: ${describe('src')}; ${describe('test')}; limit ${LIMIT} lines`);
for (const complaint of complaints) console.error(complaint);
process.exit(complaints.length === 0 ? 0 : 1);

/** Source files below a folder of the project, as paths from its root; none where the folder is missing. */
function sourceFiles(folder) {
  let entries;
  try {
    entries = readdirSync(join(root, folder), { recursive: true, withFileTypes: true });
  } catch (error) {
    if (error.code === 'ENOENT') return [];
    throw error;
  }
  return entries
    .filter((entry) => entry.isFile() && SOURCE.test(entry.name))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).split(sep).join('/'));
}

function lineCount(path) {
  return readFileSync(path, 'utf8').replace(/\n$/, '').split('\n').length;
}

/** Files over the limit that no entry allows, or that grew beyond their entry. */
function tooLong() {
  return [...sizes]
    .filter(([file, lines]) => lines > Math.max(LIMIT, debt[file] ?? 0))
    .map(([file, lines]) => `${file}: ${lines} lines, at most ${debt[file] ?? LIMIT}. Split it by purpose.`);
}

/** Entries that are larger than their file, or whose file went under the limit or away. */
function staleDebt() {
  return Object.entries(debt).flatMap(([file, allowed]) => {
    const lines = sizes.get(file);
    if (lines === undefined || lines <= LIMIT) return [`scripts/file-size-debt.json: ${file} owes nothing. Remove it.`];
    return lines < allowed ? [`scripts/file-size-debt.json: lower ${file} from ${allowed} to ${lines}.`] : [];
  });
}

/** Median and 90th percentile of the lines of the files below a folder, for people. */
function describe(folder) {
  const lines = [...sizes]
    .filter(([file]) => file.startsWith(`${folder}/`))
    .map(([, count]) => count)
    .sort((a, b) => a - b);
  const rank = (share) => lines[Math.max(0, Math.ceil(lines.length * share) - 1)] ?? 0;
  return `${folder} ${lines.length}, median ${rank(0.5)}, 90th percentile ${rank(0.9)}, longest ${lines.at(-1) ?? 0}`;
}
