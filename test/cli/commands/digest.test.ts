import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { digestSchema } from '../../../src/cli/digest/record.js';
import { fileExists, writeTextFile } from '../../../src/cli/disk.js';
import { openImportRuns } from '../../../src/store/import-runs.js';
import { openRunNews } from '../../../src/store/run-news.js';
import { openStore } from '../../../src/store/store.js';
import { emptyDatabase, temporaryFile } from '../../support/temporary-store.js';
import { run } from '../fake-services.js';

/** The real store and disk. */
const digest = (...argv: readonly string[]) =>
  run(['digest', ...argv], {
    openStore: async (file, options) => openStore(file, options),
    openRunNews: async (file) => openRunNews(file),
    fileExists,
    writeTextFile,
  });

/** Two runs; the first, at 02:00, put a document in quarantine. */
function aDatabase(): string {
  const file = emptyDatabase();
  const runs = openImportRuns(file);
  const at = (hour: number) => new Date(Date.UTC(2026, 10, 27, hour)).toISOString();
  for (const hour of [2, 3]) {
    const owner = { host: 'here', process: 1, isAlive: () => false };
    const id = runs.begin({ documents: 1, programVersion: '9.8.7', ocr: 'auto', at: at(hour) }, owner);
    if (hour === 2) {
      runs.began(id, { file: 'a.pdf', sha256: 'a'.repeat(64), at: at(hour) });
      const failure = { errorClass: 'TruncatedPdfError', reason: 'the PDF is cut off', remedy: 'Download it again.' };
      runs.ended(id, 'a.pdf', 1, { state: 'quarantined', ...failure });
    }
    runs.finish(id, 'done', at(hour));
  }
  runs.close();
  return file;
}

test('prints Markdown of the newest run, with what stands in quarantine for this program', async () => {
  const { exitCode, stdout, stderr } = await digest('--db', aDatabase());
  expect([exitCode, stderr]).toEqual([0, '']);
  expect(stdout).toMatch(
    /^# juesuan: what imports brought since 2026-11-27 03:00 UTC\n(.*\n)*## In quarantine \(1\)\n/,
  );
});

test('--json prints the record', async () => {
  const db = aDatabase();
  const { exitCode, stdout } = await digest('--db', db, '--json', '--since', '2026-11-27');
  const record = digestSchema.parse(JSON.parse(stdout));
  expect(exitCode).toBe(0);
  expect(record).toMatchObject({ database: db, since: '2026-11-27T00:00:00.000Z', quarantine: { count: 1 } });
  expect(record.runs.map(({ run: id }) => id)).toEqual([1, 2]);
});

test.each([
  ['a time with its zone', '2026-11-27T10:30+08:00', [2]],
  ['a day', '2026-11-28', []],
])('--since takes %s', async (_, since, expected) => {
  const { stdout } = await digest('--db', aDatabase(), '--since', since, '--json');
  expect(digestSchema.parse(JSON.parse(stdout)).runs.map(({ run: id }) => id)).toEqual(expected);
});

describe('--out', () => {
  test('writes what would be printed, in the place of what is there, and nothing else', async () => {
    const db = aDatabase();
    const out = join(dirname(db), 'digest.md');
    writeFileSync(out, 'yesterday');
    const { exitCode, stdout } = await digest('--db', db, '--out', out);
    expect([exitCode, stdout]).toEqual([0, '']);
    expect(readFileSync(out, 'utf8')).toBe((await digest('--db', db)).stdout);
    expect(readdirSync(dirname(db)).filter((name) => !/^test\.db/.test(name))).toEqual(['digest.md']);
  });

  test('refuses to write over a database', async () => {
    const db = aDatabase();
    const before = readFileSync(db);
    const { exitCode, stderr } = await digest('--db', db, '--out', db);
    expect([exitCode, stderr]).toEqual([2, expect.stringContaining('is a database and is not overwritten')]);
    expect(readFileSync(db).equals(before)).toBe(true);
  });

  test('into a folder that is not there says so', async () => {
    const db = aDatabase();
    const { exitCode, stderr } = await digest('--db', db, '--out', join(dirname(db), 'no/digest.md'));
    expect([exitCode, stderr]).toEqual([3, expect.stringContaining('there is no such file or folder')]);
  });
});

describe('wrong use', () => {
  test.each([
    ['an unknown run', ['--run', '9'], 'there is no run 9'],
    ['a run that is no number', ['--run', 'last'], 'last'],
    ['a word for a time', ['--since', 'yesterday'], 'Expected a day such as 2026-11-27'],
    ['a time without its zone', ['--since', '2026-11-27T03:00'], 'Expected a day such as 2026-11-27'],
    ['a day that is not in the calendar', ['--since', '2026-13-01'], 'Expected a day such as 2026-11-27'],
    ['both a run and a time', ['--run', '1', '--since', '2026-11-27'], 'cannot be used with'],
  ])('%s ends with 2', async (_, argv, words) => {
    const { exitCode, stdout, stderr } = await digest('--db', aDatabase(), ...argv);
    expect([exitCode, stdout, stderr]).toEqual([2, '', expect.stringContaining(words)]);
  });
});

test('without a database there is none made, and the code is 3', async () => {
  const db = temporaryFile();
  const { exitCode, stdout, stderr } = await digest('--db', db);
  expect([exitCode, stdout, stderr]).toEqual([3, '', expect.stringContaining('there is no such database')]);
  expect(await fileExists(db)).toBe(false);
});

test('a database without runs has an empty digest', async () => {
  const db = emptyDatabase();
  expect(await digest('--db', db)).toMatchObject({
    exitCode: 0,
    stdout: expect.stringContaining('no import is on record'),
  });
  const { stdout } = await digest('--db', db, '--json');
  expect(digestSchema.parse(JSON.parse(stdout))).toMatchObject({ runs: [], totals: { documents: 0 } });
});
