import { describe, expect, test } from 'vitest';
import { FetchFault } from '../../../src/fetch/fault.js';
import type { FetchRequest, FetchRun } from '../../../src/fetch/fetch.js';
import type { Downloads } from '../../../src/store/downloads.js';
import { run } from '../fake-services.js';

const EMPTY: FetchRun = { outcomes: [], discovery: null, interrupted: false };

async function fetched(argv: readonly string[], result: FetchRun = EMPTY) {
  let request: FetchRequest | undefined;
  let closed = 0;
  const downloads: Downloads = {
    add: () => {},
    find: () => null,
    received: () => {},
    notModified: () => {},
    failed: () => {},
    close: () => {
      closed += 1;
    },
  };
  const ran = await run(['fetch', ...argv], {
    openDownloads: async () => downloads,
    readTextFile: async () => 'http://a.test/x.pdf\nnonsense\n',
    fetchDocuments: async (given, _ledger, listener) => {
      request = given;
      result.outcomes.forEach(listener.ended);
      for (const { url } of result.outcomes) listener.again(url, 'busy', '2025-01-01T14:00:00.000Z');
      return result;
    },
  });
  return { ...ran, request, closed };
}

describe('the request', () => {
  test('of a file of addresses, with what is usual', async () => {
    const { request, closed } = await fetched(['list.txt', '--into', 'x']);
    expect(request).toMatchObject({
      source: { kind: 'list', addresses: { bad: [{ url: 'line 2' }] } },
      into: 'x',
      link: '\\.pdf',
      interval: 1000,
      hosts: 4,
      allowPrivate: false,
      retry: false,
      recheck: 72_000_000,
      userAgent: 'juesuan/9.8.7 (reads published final accounts)',
      limits: { document: 200_000_000, whole: 900_000, patience: 120_000 },
    });
    expect(closed).toBe(1);
  });

  test('of pages, with all options', async () => {
    const options = [
      '--link',
      'x',
      '--follow',
      'y',
      '--depth',
      '2',
      '--pages',
      '7',
      '--rate',
      '0.5',
      '--hosts',
      '2',
      '--contact',
      'me@x.org',
      '--max-size',
      '50MB',
      '--timeout',
      '9',
      '--patience',
      '8',
      '--recheck',
      '0',
      '--retry',
      '--text',
      '--allow-private',
    ];
    const { request } = await fetched(['https://a.test/list', '--into', 'x', ...options]);
    expect(request).toMatchObject({
      source: { kind: 'page', start: new URL('https://a.test/list') },
      link: 'x',
      follow: 'y',
      depth: 2,
      pages: 7,
      interval: 2000,
      hosts: 2,
      retry: true,
      allowText: true,
      allowPrivate: true,
      recheck: 0,
      userAgent: 'juesuan/9.8.7 (reads published final accounts; +me@x.org)',
      limits: { document: 50_000_000, whole: 9_000, patience: 8_000 },
    });
    expect((await fetched(['--sitemap', 'http://a.test/s.xml', '--into', 'x'])).request?.source).toMatchObject({
      kind: 'sitemap',
    });
  });

  test.each([
    [['list.txt']],
    [['--into', 'x']],
    [['list.txt', '--sitemap', 'http://a.test/', '--into', 'x']],
    [['--sitemap', 'ftp://a.test/', '--into', 'x']],
    [['http://user:secret@a.test/', '--into', 'x']],
    [['list.txt', '--into', 'x', '--rate', '0']],
    [['list.txt', '--into', 'x', '--rate', '1e3']],
    [['list.txt', '--into', 'x', '--max-size', '50 apples']],
    [['list.txt', '--into', 'x', '--depth', '-1']],
    [['list.txt', '--into', 'x', '--contact', 'a\r\nx: y']],
  ])('%j is wrong use', async (argv) => {
    const { exitCode, stdout, request } = await fetched(argv);
    expect([exitCode, stdout, request]).toEqual([2, '', undefined]);
  });
});

describe('the result', () => {
  const got = {
    url: 'http://a.test/a.pdf',
    outcome: 'fetched',
    finalUrl: 'http://a.test/a.pdf',
    file: 'x/ab/ab.pdf',
    sha256: 'ab',
    bytes: 7,
    seconds: 1,
  } as const;
  const missed = {
    url: 'http://a.test/b.pdf',
    outcome: 'postponed',
    kind: 'busy',
    reason: 'busy',
    remedy: 'Wait.',
    nextAttemptAt: '2025-01-01T14:00:00.000Z',
    seconds: 0,
  } as const;

  test.each([
    ['all there', { ...EMPTY, outcomes: [got] }, 0],
    ['one postponed', { ...EMPTY, outcomes: [got, missed] }, 1],
    ['interrupted', { ...EMPTY, outcomes: [got], interrupted: true }, 130],
    ['nothing', EMPTY, 0],
  ])('%s', async (_, result, exitCode) => {
    expect((await fetched(['list.txt', '--into', 'x'], result)).exitCode).toBe(exitCode);
  });

  test('is a table for people', async () => {
    const { stdout, stderr } = await fetched(['list.txt', '--into', 'x'], { ...EMPTY, outcomes: [got, missed] });
    expect(stdout.split('\n').map((line) => line.trim().replace(/ +/g, ' '))).toEqual([
      'outcome addresses',
      '--------- ---------',
      'fetched 1',
      'postponed 1',
      'all 2',
      '',
    ]);
    expect(stderr).toContain(
      'postponed  http://a.test/b.pdf: busy (again after 2025-01-01T14:00:00.000Z)\n           Wait.\n',
    );
  });

  test('is log lines alone on stderr with --verbose in a pipe, each with its address', async () => {
    const failed = [{ url: 'http://a.test/page', fault: new FetchFault('busy', 'busy') }];
    const discovery = { found: [], pages: 1, links: 2, failed, left: 3 };
    const result = { ...EMPTY, outcomes: [got, missed], discovery };
    const { stderr, stdout } = await fetched(['http://a.test/list', '--into', 'x', '--verbose'], result);
    const entries = stderr
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(entries.map(({ document, msg }) => `${document} ${msg}`)).toEqual([
      'http://a.test/a.pdf fetched',
      'http://a.test/b.pdf postponed',
      'http://a.test/a.pdf tries again',
      'http://a.test/b.pdf tries again',
      'http://a.test/page page not looked through',
      'http://a.test/list pages not looked through: the limit is reached',
    ]);
    expect(stdout).toContain('postponed');
  });
});
