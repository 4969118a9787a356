import { basename } from 'node:path';
import { expect, test } from 'vitest';
import type { DocumentImporter } from '../../../src/batch/job.js';
import { resultOf } from '../../../src/batch/result-of.js';
import { type ImportOptions, importDocuments } from '../../../src/cli/import/import-documents.js';
import { openImportRuns } from '../../../src/store/import-runs.js';
import { openStore, type Store } from '../../../src/store/store.js';
import { records } from '../../support/read-back.js';
import { aHash, aReport } from '../../support/report-factory.js';
import { temporaryFile } from '../../support/temporary-store.js';

const FILES = ['a.pdf', 'b.pdf', 'c.pdf'] as const;
const hashOf = (file: string): string => aHash(basename(file).charCodeAt(0));

/** Versions of one report. */
function aVersion(file: string) {
  return aReport({
    agency: { name: '某中心' },
    region: { code: '350500', name: '泉州市' },
    source: { ...aReport().source, file, sha256: hashOf(file) },
  });
}

/** Stores reports in the order of `ends`, whatever the order of asking; what is not named never ends. */
function importerThatEnds(store: Store, ends: readonly string[]): DocumentImporter {
  const asked = new Map<string, () => void>();
  let next = 0;
  const go = (): void => {
    const end = asked.get(ends[next] ?? '');
    if (end === undefined) return;
    next++;
    end();
    go();
  };
  return {
    run: ({ file, programVersion, importedAt, force }) =>
      new Promise((resolve) => {
        const save = () => store.save(aVersion(file), { programVersion, importedAt, force });
        asked.set(file, () => resolve(resultOf(aVersion(file), save)));
        go();
      }),
    close: async () => {},
  };
}

interface Run {
  readonly files?: readonly string[];
  /** The order in which readings end. */
  readonly ends: readonly string[];
  /** Files that take longer to hash than all others. */
  readonly slowToHash?: readonly string[];
  /** Given up, as by Ctrl-C, when so many are stored. */
  readonly until?: number;
}

async function importRun(database: string, { files = FILES, ends, slowToHash = [], until }: Run) {
  const store = openStore(database);
  const runs = openImportRuns(database);
  const controller = new AbortController();
  let stored = 0;
  const logger = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {}, child: () => logger };
  const options: ImportOptions = {
    concurrency: files.length,
    force: false,
    retry: false,
    reading: {},
    programVersion: '1',
    interrupted: controller.signal,
  };
  const owner = { host: 'here', process: 1, isAlive: () => false };
  const run = runs.begin({ documents: files.length, programVersion: '1', ocr: 'auto', at: '2026-01-01' }, owner);
  const ended = (): void => {
    stored++;
    if (stored === until) controller.abort();
  };
  const outcomes = await importDocuments(
    files,
    {
      store,
      importer: importerThatEnds(store, ends),
      runs,
      run,
      services: {
        readFileHash: async (file) => {
          if (slowToHash.includes(file)) await new Promise((resolve) => setTimeout(resolve, 50));
          return hashOf(file);
        },
        now: () => 0,
        pause: async () => {},
      },
      listener: { begun: () => {}, read: () => {}, ended },
      logger,
    },
    options,
  );
  runs.close();
  store.close();
  return outcomes;
}

function chainOf(database: string) {
  const store = openStore(database, { readOnly: true });
  try {
    return records(store, 'SELECT file, is_current FROM report ORDER BY id').map((row) => [row.file, row.is_current]);
  } finally {
    store.close();
  }
}

const IN_ORDER = [
  ['a.pdf', 0],
  ['b.pdf', 0],
  ['c.pdf', 1],
];

test.each([
  ['as they came', { ends: ['a.pdf', 'b.pdf', 'c.pdf'] }],
  ['the last first', { ends: ['c.pdf', 'b.pdf', 'a.pdf'] }],
  ['the middle first', { ends: ['b.pdf', 'c.pdf', 'a.pdf'] }],
  ['the last first, and the first is slow to hash', { ends: ['c.pdf', 'b.pdf', 'a.pdf'], slowToHash: ['a.pdf'] }],
] as const)('the order of the files decides which version is current, when readings end: %s', async (_, run) => {
  const database = temporaryFile();
  await importRun(database, run);
  expect(chainOf(database)).toEqual(IN_ORDER);
});

test('copies of one file are read once, and the first of them names the report', async () => {
  const database = temporaryFile();
  const outcomes = await importRun(database, { files: ['a.pdf', './a.pdf', '././a.pdf'], ends: ['a.pdf'] });
  expect(outcomes.map(({ outcome }) => outcome)).toEqual(['stored', 'skipped', 'skipped']);
  expect(chainOf(database)).toEqual([['a.pdf', 1]]);
});

test('what was given up keeps its place when the next run reads it', async () => {
  const database = temporaryFile();
  await importRun(database, { ends: ['c.pdf'], until: 1 });
  expect(chainOf(database)).toEqual([['c.pdf', 1]]);
  await importRun(database, { ends: ['b.pdf', 'a.pdf'] });
  expect(chainOf(database)).toEqual(IN_ORDER);
});

test('a later run brings later versions, whatever their names', async () => {
  const database = temporaryFile();
  await importRun(database, { files: ['b.pdf'], ends: ['b.pdf'] });
  await importRun(database, { files: ['a.pdf', 'b.pdf'], ends: ['a.pdf'] });
  expect(chainOf(database)).toEqual([
    ['b.pdf', 0],
    ['a.pdf', 1],
  ]);
});
