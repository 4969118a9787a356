import { describe, expect, test } from 'vitest';
import { composeDigest } from '../../../src/cli/digest/compose.js';
import { digestMarkdown } from '../../../src/cli/digest/markdown.js';
import { digestSchema } from '../../../src/cli/digest/record.js';
import { formatJson } from '../../../src/cli/output/json.js';
import { type ImportRuns, openImportRuns } from '../../../src/store/import-runs.js';
import { openRunNews } from '../../../src/store/run-news.js';
import type { Store } from '../../../src/store/store.js';
import type { VerifiedReport } from '../../../src/verify/check.js';
import { aFigure, aHash, aPlace, aReport, aRow, aStatement } from '../../support/report-factory.js';
import { IMPORT, temporaryStore } from '../../support/temporary-store.js';

const at = (minutes: number): string => new Date(Date.UTC(2026, 10, 27, 2, minutes)).toISOString();
const OWNER = { host: 'here', process: 1, isAlive: () => false };

function version(total: number, contradicts: boolean, overrides: Partial<VerifiedReport> = {}): VerifiedReport {
  const rows = [aRow('current-total', { amount: aFigure(total) }, { panel: 'expenditure', label: '本年支出合计' })];
  const finding = (severity: 'error' | 'warning', page: number) => ({
    check: 'expenditure/total',
    severity,
    message: `支出合计应为 12.34（第${page}页），实为 12.43（第${page + 1}页）。`,
    places: [aPlace(page), aPlace(page + 1)],
    figures: [],
  });
  return aReport({
    agency: { name: '蓝泽市水务局' },
    statements: [aStatement('revenue-and-expenditure', rows, { title: '收入支出决算总表' })],
    findings: contradicts ? [finding('warning', 1), finding('error', 1), finding('warning', 2)] : [],
    ...overrides,
  });
}

/** Stores a report as an import does. */
function imported(
  store: Store,
  runs: ImportRuns,
  run: number,
  hash: number,
  report: VerifiedReport,
  broken = false,
): void {
  const file = `archive/${hash}.pdf`;
  runs.began(run, { file, sha256: aHash(hash), at: at(hash) });
  const source = { ...report.source, file, sha256: aHash(hash) };
  store.save({ ...report, source }, { ...IMPORT, importedAt: at(hash) });
  if (!broken) runs.ended(run, file, 1.5, { state: 'stored', pages: 3, ocrPages: 1, engine: 'pp-ocr' });
}

/** A night: a run that was killed after it stored a report, and the run that went on from it. */
function aNight(): Store {
  const store = temporaryStore();
  const runs = openImportRuns(store.file);
  const begin = (minutes: number): number =>
    runs.begin({ documents: 6, programVersion: '0.1.0', ocr: 'auto', at: at(minutes) }, OWNER);
  const earlier = begin(0);
  imported(store, runs, earlier, 1, version(1_234_000_000, false));
  runs.finish(earlier, 'done', at(1));
  const killed = begin(2);
  imported(store, runs, killed, 2, version(5_000_000_000, false, { fiscalYear: 2022 }), true);
  const night = begin(3);
  imported(store, runs, night, 3, version(1_243_000_000, true));
  const failure = { reason: 'the PDF is cut off: its end is missing', remedy: 'Download the file again.' };
  runs.began(night, { file: 'archive/4.pdf', sha256: aHash(4), at: at(4) });
  runs.ended(night, 'archive/4.pdf', 0.2, { state: 'quarantined', errorClass: 'TruncatedPdfError', ...failure });
  runs.refused(night, 'archive/[5].pdf', at(5), {
    state: 'failed',
    errorClass: 'NotFoundError',
    reason: 'there is no such file',
    remedy: '',
  });
  runs.skipped(night);
  runs.finish(night, 'done', at(6));
  runs.close();
  return store;
}

function digestOf(store: Store, request: Partial<Parameters<typeof composeDigest>[2]> = {}) {
  const news = openRunNews(store.file);
  try {
    const digest = composeDigest(news, store, { limit: 50, findings: 2, programVersion: '0.1.0', ...request });
    return { ...digest, database: 'city.db' };
  } finally {
    news.close();
  }
}

describe('the digest of a night', () => {
  test('for people', async () => {
    await expect(digestMarkdown(digestOf(aNight()))).toMatchFileSnapshot('../../golden/digest.md');
  });

  test('for machines', async () => {
    const record = digestSchema.parse(digestOf(aNight()));
    await expect(formatJson(record)).toMatchFileSnapshot('../../golden/digest.json');
  });

  test.each([
    ['the newest run, and the killed one before it', {}, [2, 3]],
    ['one run', { run: 1 }, [1]],
    ['all since a time, also a run that ended later', { since: at(1) }, [1, 2, 3]],
    ['all since the last one ended', { since: at(6) }, [3]],
    ['none', { since: at(60) }, []],
  ])('covers %s', (_, request, expected) => {
    expect(digestOf(aNight(), request).runs.map(({ run }) => run)).toEqual(expected);
  });

  test('lists are bounded; the rest is counted', () => {
    const digest = digestOf(aNight(), { limit: 1, findings: 1 });
    expect(digest.failed).toMatchObject({ count: 2, listed: [{ readAgainBy: 'retry' }] });
    expect(digest.contradictions.listed).toMatchObject([{ findings: { count: 3, listed: [{ severity: 'error' }] } }]);
    expect(digestMarkdown(digest)).toContain('… and 2 more: `juesuan audit 3 --db city.db`');
  });

  test('a file that failed and was read later is no failure any more', () => {
    const store = aNight();
    const runs = openImportRuns(store.file);
    const run = runs.begin({ documents: 1, programVersion: '0.1.0', ocr: 'auto', at: at(7) }, OWNER);
    imported(store, runs, run, 4, version(1, false, { fiscalYear: 2021 }));
    runs.finish(run, 'done', at(8));
    runs.close();
    expect(digestOf(store, { since: at(2) }).failed.listed.map(({ file }) => file)).toEqual(['archive/[5].pdf']);
  });
});

describe('the quarantine', () => {
  /** A night after the one on which 4.pdf failed: it is passed over, which leaves no item. */
  function theNightAfter(): Store {
    const store = aNight();
    const runs = openImportRuns(store.file);
    const run = runs.begin({ documents: 1, programVersion: '0.1.0', ocr: 'auto', at: at(60) }, OWNER);
    runs.finish(run, 'done', at(61));
    runs.close();
    return store;
  }

  test('of an earlier run is told', () => {
    const digest = digestOf(theNightAfter());
    expect(digest.runs.map(({ run }) => run)).toEqual([4]);
    expect(digest.failed.count).toBe(0);
    expect(digest.quarantine).toMatchObject({ count: 1, listed: [{ file: 'archive/4.pdf', run: 3, since: at(4) }] });
    expect(digestMarkdown(digest)).toContain(
      '## In quarantine (1)\n\nOf all runs. Imports pass these over, and exit with 1, until their bytes or the program change; ' +
        '`juesuan retry --db city.db` reads them again as they are.\n\n' +
        '- **archive/4.pdf** (since run 3, 2026-11-27 02:04, attempt 1): TruncatedPdfError: the PDF is cut off: its end is missing\n' +
        '  - Download the file again.\n',
    );
  });

  test('is bounded; the rest is counted', () => {
    const digest = digestOf(theNightAfter(), { limit: 0 });
    expect(digest.quarantine).toEqual({ count: 1, listed: [] });
    expect(digestMarkdown(digest)).toContain('- … and 1 more: `juesuan retry --db city.db`');
  });

  test('of another version of the program is not', () => {
    expect(digestMarkdown(digestOf(theNightAfter(), { programVersion: '0.2.0' }))).not.toContain('quarantine');
  });
});

test('a database without imports says so', () => {
  expect(digestMarkdown(digestOf(temporaryStore()))).toMatch(/^# juesuan: no import is on record\n/);
});
