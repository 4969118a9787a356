import { describe, expect, it } from 'vitest';
import type { Services } from '../../../src/cli/services.js';
import { EmptyFileError } from '../../../src/errors.js';
import { StoreError } from '../../../src/store/store-error.js';
import type { VerifiedReport } from '../../../src/verify/check.js';
import { type FakeStore, fakeRuns, fakeStore, run } from '../fake-services.js';
import { CLEAN_SAMPLE, SAMPLE } from '../sample-report.js';

/** A report of its own content. */
function reportOf(file: string, like: VerifiedReport = CLEAN_SAMPLE): VerifiedReport {
  const sha256 = Buffer.from(file).toString('hex').padEnd(64, '0');
  return { ...like, source: { ...like.source, file, sha256 } };
}

const REPORTS = {
  'a.pdf': reportOf('a.pdf'),
  'b.pdf': new EmptyFileError('b.pdf'),
  'c.pdf': reportOf('c.pdf', SAMPLE),
};

interface Import {
  readonly store?: FakeStore;
  readonly services?: Partial<Services>;
}

async function imported(argv: readonly string[], { store = fakeStore(), services = {} }: Import = {}) {
  const result = await run(['import', ...argv], { reports: REPORTS, openStore: async () => store, ...services });
  return { ...result, files: store.reports().map(({ file }) => file), closed: store.closed };
}

describe('juesuan import', () => {
  it('stores what can be read, tells what cannot, and sums up', async () => {
    const { exitCode, stdout, stderr, files, closed } = await imported(['a.pdf', 'b.pdf', 'c.pdf']);
    expect([exitCode, files, closed]).toEqual([1, ['a.pdf', 'c.pdf'], 1]);
    expect(stdout).toBe(
      [
        'document     outcome             pages  statements  figures  verified  consistent  unverified  disputed  seconds',
        '-----------  ------------------  -----  ----------  -------  --------  ----------  ----------  --------  -------',
        'a.pdf        stored                  3           1        3         1           0           1         1      0.0',
        'b.pdf        failed                                                                                          0.0',
        'c.pdf        stored                  3           1        3         1           0           1         1      0.0',
        '3 documents  2 stored, 1 failed      6           2        6         2           0           2         2      0.0',
        '',
      ].join('\n'),
    );
    expect(stderr).toContain('stored    a.pdf (0.0 s)\n');
    expect(stderr).toContain('failed    b.pdf: the file is empty\n          Download the report again');
    expect(stderr).toMatch(/Next:\n {2}juesuan audit .*\n {2}juesuan query .*\n {2}repair or replace/);
  });

  it('prints the same as one JSON object', async () => {
    const { exitCode, stdout } = await imported(['a.pdf', 'b.pdf', '--json', '--db', 'x.db']);
    expect(exitCode).toBe(1);
    expect(JSON.parse(stdout)).toMatchObject({
      database: 'x.db',
      interrupted: false,
      documents: [
        { file: 'a.pdf', outcome: 'stored', report: { id: 1, verified: 1 } },
        { file: 'b.pdf', outcome: 'failed', reason: 'the file is empty', report: null },
      ],
      totals: { stored: 1, replaced: 0, skipped: 0, failed: 1, figures: 3, disputed: 1 },
    });
  });

  it.each([
    ['reads one document here', false, []],
    ['reads one that ended its process before in a process of its own, where it can be judged', true, ['a.pdf']],
  ])('%s', async (_, hasEnded, expected) => {
    const apart: string[] = [];
    const { exitCode } = await imported(['a.pdf'], {
      services: {
        openImportRuns: async () => ({ ...fakeRuns(), endedProcess: () => hasEnded }),
        processImporter: async () => ({
          run: async ({ file }) => {
            apart.push(file);
            throw new EmptyFileError(file);
          },
          close: async () => {},
        }),
      },
    });
    expect([exitCode, apart]).toEqual([hasEnded ? 1 : 0, expected]);
  });

  it.each([
    [[], 'skipped'],
    [['--force'], 'replaced'],
  ])('a second time with %j a report is %s', async (options, outcome) => {
    const store = fakeStore();
    await imported(['a.pdf'], { store });
    const { exitCode, stdout } = await imported(['a.pdf', '--json', ...options], { store });
    expect(exitCode).toBe(0);
    expect(JSON.parse(stdout).documents).toMatchObject([{ outcome, report: { id: 1 } }]);
  });

  it('does not read what is current, and reads it again for another version of the program', async () => {
    const store = fakeStore();
    await imported(['a.pdf'], { store });
    let read = 0;
    const readReport = async () => {
      read += 1;
      return REPORTS['a.pdf'];
    };
    await imported(['a.pdf'], { store, services: { readReport } });
    expect(read).toBe(0);
    await imported(['a.pdf'], { store, services: { readReport, programVersion: async () => '10.0.0' } });
    expect(read).toBe(1);
  });

  it.each([
    [[], 'auto'],
    [['--ocr', 'never'], 'never'],
    [['--ocr', 'always'], 'always'],
  ])('asks with %j whether a reading stands in the mode %s, and stores the mode', async (options, mode) => {
    const store = fakeStore();
    const modes: unknown[] = [];
    const asking: FakeStore = {
      ...store,
      isCurrent: (sha256, version, ocr) => {
        modes.push(ocr);
        return store.isCurrent(sha256, version, ocr);
      },
      save: (report, how) => {
        modes.push(how.ocr);
        return store.save(report, how);
      },
    };
    await imported(['a.pdf', ...options], { store: asking });
    expect(modes).toEqual([mode, mode]);
  });

  it.each([
    [['a.pdf'], 0],
    [['a.pdf', '--strict'], 0],
    [['c.pdf'], 0],
    [['c.pdf', '--strict'], 1],
    [['b.pdf'], 1],
  ])('%j exits with %i, the second time too', async (argv, exitCode) => {
    const store = fakeStore();
    expect((await imported(argv, { store })).exitCode).toBe(exitCode);
    expect((await imported(argv, { store })).exitCode).toBe(exitCode);
  });

  it('counts a path that leads to nothing as failed, and goes on', async () => {
    const findDocuments = async () => ({ files: ['a.pdf'], missing: [{ path: 'x*.pdf', reason: 'no file matches' }] });
    const { exitCode, files, stderr } = await imported(['x*.pdf', 'a.pdf'], { services: { findDocuments } });
    expect([exitCode, files]).toEqual([1, ['a.pdf']]);
    expect(stderr).toContain('failed    x*.pdf: no file matches');
  });

  it('puts a path that leads to nothing on the record of the run', async () => {
    const kept: unknown[] = [];
    const missing = [{ path: 'x*.pdf', reason: 'no file matches' }];
    const runs = {
      ...fakeRuns(),
      begin: ({ documents }: { readonly documents: number }) => kept.push(documents),
      refused: (...words: readonly unknown[]) => void kept.push(words),
    };
    const services = { findDocuments: async () => ({ files: ['a.pdf'], missing }), openImportRuns: async () => runs };
    await imported(['x*.pdf', 'a.pdf'], { services });
    const failure = { state: 'failed', errorClass: 'PathError', reason: 'no file matches' };
    expect(kept).toEqual([2, [1, 'x*.pdf', '2024-01-01T00:00:00.000Z', expect.objectContaining(failure)]]);
  });

  it('takes a fault of the program in one document as a failure of that document', async () => {
    const readReport = async (file: string) => {
      if (file === 'a.pdf') {
        throw new TypeError('x of null');
      }
      return REPORTS['c.pdf'];
    };
    const { exitCode, files, stderr } = await imported(['a.pdf', 'c.pdf'], { services: { readReport } });
    expect([exitCode, files]).toEqual([1, ['c.pdf']]);
    expect(stderr).toContain('a.pdf: a fault in juesuan itself: x of null');
  });

  it('ends with a word of what to do when its own record cannot be kept', async () => {
    const openImportRuns: Services['openImportRuns'] = async () => ({
      ...fakeRuns(),
      began: () => {
        throw new StoreError('juesuan.db', 'database or disk is full', 'Make room on the disk.');
      },
    });
    const { exitCode, stderr, closed } = await imported(['a.pdf', 'c.pdf'], { services: { openImportRuns } });
    expect([exitCode, closed]).toEqual([3, 1]);
    expect(stderr).toContain('juesuan.db: database or disk is full');
    expect(stderr).toContain('Make room on the disk.');
  });

  it('has no more documents in flight than asked for', async () => {
    const reports = Object.fromEntries(
      Array.from({ length: 9 }, (_, index) => [`${index}.pdf`, reportOf(`${index}.pdf`)]),
    );
    let inFlight = 0;
    let most = 0;
    const readReport = async (file: string) => {
      inFlight += 1;
      most = Math.max(most, inFlight);
      await new Promise(setImmediate);
      inFlight -= 1;
      return reportOf(file);
    };
    const { files } = await imported([...Object.keys(reports), '--concurrency', '3'], { services: { readReport } });
    expect(most).toBe(3);
    expect(files).toHaveLength(9);
  });

  it('names the database in what to do next, quoted for a shell', async () => {
    const { stderr } = await imported(['a.pdf', '--db', "it's.db"]);
    expect(stderr).toContain(`juesuan audit --db 'it'\\''s.db' `);
  });

  it('after Ctrl-C keeps what is stored, gives up the rest, and exits with 130', async () => {
    const controller = new AbortController();
    const begun: string[] = [];
    const readReport = async (file: string): Promise<VerifiedReport> => {
      begun.push(file);
      if (file === 'b.pdf') {
        controller.abort();
        return new Promise(() => {});
      }
      return reportOf(file);
    };
    const { exitCode, files, stderr, closed } = await imported(['a.pdf', 'b.pdf', 'c.pdf', '--concurrency', '1'], {
      services: { readReport, interruptible: () => controller.signal },
    });
    expect([exitCode, files, begun, closed]).toEqual([130, ['a.pdf'], ['a.pdf', 'b.pdf'], 1]);
    expect(stderr).toContain('Interrupted: 1 of 3 documents done.');
  });
});

describe('the log of an import', () => {
  const lines = (text: string) => text.trim().split('\n');

  it('is silent unless asked for', async () => {
    const { stderr } = await imported(['a.pdf']);
    expect(stderr).not.toContain('"level"');
  });

  it('goes to a file as JSON lines, each with its document', async () => {
    let log = '';
    const write = (line: string) => {
      log += line;
    };
    const { stderr } = await imported(['a.pdf', 'b.pdf', '--log', 'import.log'], {
      services: { openLogFile: async () => ({ write }) },
    });
    expect(stderr).not.toContain('"level"');
    const entries = lines(log).map((line) => JSON.parse(line));
    expect(entries).toContainEqual(expect.objectContaining({ level: 'info', document: 'a.pdf', outcome: 'stored' }));
    expect(entries).toContainEqual(
      expect.objectContaining({ level: 'error', document: 'b.pdf', time: '2024-01-01T00:00:00.000Z' }),
    );
  });

  it.each([
    [false, /^\{"level":"info",.*"document":"a\.pdf"/m],
    [true, /^00:00:00 info {2}a\.pdf: stored sha256=/m],
  ])('goes to stderr with --verbose, for people on a terminal (%s)', async (isTerminal, expected) => {
    let stderr = '';
    const write = (text: string) => {
      stderr += text;
    };
    await imported(['a.pdf', '--verbose'], { services: { stderr: { write, isTerminal, columns: 80 } } });
    expect(stderr).toMatch(expected);
  });

  it('is all that stands on stderr with --verbose in a pipe, each line with its document', async () => {
    const findDocuments = async (paths: readonly string[]) => ({
      files: paths.filter((path) => path !== 'x*.pdf'),
      missing: [{ path: 'x*.pdf', reason: 'no file matches' }],
    });
    const { stderr, stdout } = await imported(['a.pdf', 'b.pdf', 'x*.pdf', '--verbose'], {
      services: { findDocuments },
    });
    const entries = lines(stderr).map((line) => JSON.parse(line));
    expect(entries.filter(({ document }) => !/\.pdf$/.test(document))).toEqual([]);
    expect(entries.map(({ document, msg }) => `${document} ${msg}`)).toEqual(
      expect.arrayContaining(['a.pdf stored', 'b.pdf quarantined', 'x*.pdf failed']),
    );
    expect(stdout).toContain('3 documents');
  });
});
