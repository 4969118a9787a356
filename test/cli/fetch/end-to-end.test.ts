import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readFileHash, readTextFile } from '../../../src/cli/disk.js';
import { findDocuments } from '../../../src/cli/import/find-documents.js';
import { fetchDocuments } from '../../../src/fetch/fetch.js';
import { readReport } from '../../../src/pipeline.js';
import { openDownloads } from '../../../src/store/downloads.js';
import { askNamed, namedQueries } from '../../../src/store/named-queries.js';
import { openStore } from '../../../src/store/store.js';
import { temporaryFolder, testClock } from '../../fetch/fetching.js';
import { openSite, pdf, redirect, status } from '../../fetch/site.js';
import { run } from '../fake-services.js';

const clock = testClock();

/** The program as users have it, but for the clock. */
const REAL = {
  readTextFile,
  readFileHash,
  findDocuments,
  readReport: (file: string) => readReport(file),
  openStore: async (file: string, options: { readonly readOnly: boolean }) => openStore(file, options),
  openDownloads: async (file: string) => openDownloads(file),
  fetchDocuments: (...[request, ledger, listener, signal]: Parameters<typeof fetchDocuments>) =>
    fetchDocuments(request, ledger, listener, signal, { clock }),
  namedQueries: async () => namedQueries(),
  askNamed: async (...given: Parameters<typeof askNamed>) => askNamed(...given),
};

test('fetched, imported, asked where it is from', async () => {
  const report = readFileSync(new URL('../../../samples/lanze-water-2022-final.pdf', import.meta.url));
  const site = await openSite({
    '/决算.pdf': report,
    [encodeURI('/决算.pdf')]: report,
    '/copy.pdf': redirect(encodeURI('/决算.pdf')),
    '/gone.pdf': status(404),
    '/other.pdf': [pdf('one'), pdf('two')],
  });
  const folder = temporaryFolder();
  const [list, into, db, log] = ['list.txt', 'archive', 'x.db', 'fetch.log'].map((name) => join(folder, name));
  if (!list || !into || !db || !log) throw new Error('four names');
  writeFileSync(
    list,
    ['/决算.pdf', '/copy.pdf', '/gone.pdf', '/other.pdf'].map((path) => site.origin + path).join('\n'),
  );
  let logged = '';
  const write = (line: string): void => {
    logged += line;
  };
  const services = { ...REAL, openLogFile: async () => ({ write }) };
  const fetching = [
    'fetch',
    list,
    '--into',
    into,
    '--db',
    db,
    '--allow-private',
    '--recheck',
    '0',
    '--json',
    '--log',
    log,
  ];

  const first = await run(fetching, services);
  expect(first.exitCode).toBe(1);
  const result = JSON.parse(first.stdout);
  expect(result).toMatchObject({
    list,
    into,
    database: db,
    discovery: null,
    interrupted: false,
    totals: { fetched: 3, changed: 0, unchanged: 0, kept: 0, postponed: 0, failed: 1 },
  });
  expect(first.stderr).toContain(`fetched    ${site.origin}/other.pdf -> ${into}`);
  expect(first.stderr).toContain(`failed     ${site.origin}/gone.pdf: status 404\n           Open the address`);
  expect(first.stderr).toContain(`juesuan import ${into} --db ${db}`);
  const entries = logged
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  expect(entries).toContainEqual(
    expect.objectContaining({ level: 'error', document: `${site.origin}/gone.pdf`, kind: 'status' }),
  );
  expect(entries).toContainEqual(
    expect.objectContaining({ level: 'info', document: `${site.origin}/copy.pdf`, msg: 'fetched' }),
  );

  expect(JSON.parse((await run(fetching, services)).stdout).totals).toMatchObject({
    unchanged: 2,
    changed: 1,
    failed: 1,
  });

  await run(['import', result.documents[0].file, '--db', db], services);
  const { stdout } = await run(['query', 'downloads', '--db', db, '--json'], services);
  const rows = JSON.parse(stdout).map((row: Readonly<Record<string, unknown>>) =>
    ['url', 'newest', 'state', 'agency', 'fiscal_year', 'last_error'].map((name) => row[name]),
  );
  expect(rows).toEqual([
    [`${site.origin}${encodeURI('/决算.pdf')}`, 1, 'done', '兰泽县水务局', 2022, null],
    [`${site.origin}/copy.pdf`, 1, 'done', '兰泽县水务局', 2022, null],
    [`${site.origin}/gone.pdf`, 1, 'failed', null, null, 'status 404'],
    [`${site.origin}/other.pdf`, expect.anything(), 'done', null, null, null],
    [`${site.origin}/other.pdf`, expect.anything(), 'done', null, null, null],
  ]);
  const own = await run(['query', 'downloads', '--db', db, '--json', '--param', 'agency=水务局'], services);
  expect(JSON.parse(own.stdout).map(({ final_url }: { final_url: string }) => final_url)).toEqual(
    Array(2).fill(site.origin + encodeURI('/决算.pdf')),
  );
});
