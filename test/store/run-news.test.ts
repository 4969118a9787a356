import Database from 'better-sqlite3';
import { describe, expect, test, vi } from 'vitest';
import { type ItemEnd, openImportRuns } from '../../src/store/import-runs.js';
import { openRunNews } from '../../src/store/run-news.js';
import { emptyDatabase, temporaryStore } from '../support/temporary-store.js';

/** The plans of all questions that a digest asks. */
function plansOf(file: string): readonly string[] {
  const prepare = vi.spyOn(Database.prototype, 'prepare');
  const news = openRunNews(file);
  news.documents([1]);
  news.contradictions(1, 5);
  news.origin('a');
  news.quarantine('1');
  news.close();
  temporaryStore(file, { readOnly: true }).reports(['a']);
  const asked = prepare.mock.calls.map(([sql]) => sql);
  prepare.mockRestore();
  const database = new Database(file, { readonly: true });
  const plans = asked
    .filter((sql) => /FROM (import_item|finding|download|report)\b/.test(sql))
    .flatMap((sql) => {
      const names = [...sql.matchAll(/:(\w+)/g)].map(([, name]) => [name, '[]']);
      const parameters = names.length > 0 ? [Object.fromEntries(names)] : [...sql.matchAll(/\?/g)].map(() => '[]');
      return database
        .prepare(`EXPLAIN QUERY PLAN ${sql}`)
        .all(...parameters)
        .map((row) => JSON.stringify(row));
    });
  database.close();
  return plans;
}

test('a digest goes through no table of reports, figures or findings as a whole', () => {
  const file = emptyDatabase();
  openImportRuns(file).close();
  const plans = plansOf(file);
  expect(plans.length).toBeGreaterThan(10);
  expect(plans.filter((plan) => /SCAN (report|figure|finding|import_item|page|download)\b/.test(plan))).toEqual([]);
});

describe('the quarantine', () => {
  const HASH = 'a'.repeat(64);
  const at = '2026-01-01T00:00:00.000Z';
  const FAILURE = { errorClass: 'DamagedPdfError', reason: 'the PDF is damaged', remedy: 'Download it again.' };
  const BAD = { state: 'quarantined', ...FAILURE } as const;
  const GOOD = { state: 'stored', pages: 1, ocrPages: 0, engine: null } as const;
  interface Word {
    readonly file?: string;
    readonly sha256?: string;
    readonly version?: string;
    /** `null`: it broke off. */
    readonly end: ItemEnd | null;
  }

  /** Each word is the one document of a run. */
  function quarantineAfter(words: readonly Word[]) {
    const file = emptyDatabase();
    const runs = openImportRuns(file);
    for (const { file: name = 'a.pdf', sha256 = HASH, version = '1', end } of words) {
      const owner = { host: 'here', process: 1, isAlive: () => false };
      const run = runs.begin({ documents: 1, programVersion: version, ocr: 'auto', at }, owner);
      runs.began(run, { file: name, sha256, at });
      if (end !== null) runs.ended(run, name, 1, end);
      runs.finish(run, 'done', at);
    }
    const stands = runs.quarantined(HASH, '1');
    runs.close();
    const news = openRunNews(file);
    const quarantine = news.quarantine('1');
    news.close();
    return { quarantine, stands };
  }

  test('says since when, why and what helps', () => {
    expect(quarantineAfter([{ end: BAD }, { end: GOOD, file: 'b.pdf', sha256: 'b'.repeat(64) }]).quarantine).toEqual([
      { run: 1, since: at, file: 'a.pdf', sha256: HASH, attempts: 1, ...FAILURE },
    ]);
  });

  test.each<[string, readonly Word[], readonly number[]]>([
    ['what failed, and may be read next time, does not stand in it', [{ end: { ...BAD, state: 'failed' } }], []],
    ['what was read later does not', [{ end: BAD }, { end: GOOD }], []],
    ['what failed again stands in it once, by its last word', [{ end: BAD }, { end: BAD }], [2]],
    ['what broke off while it was tried again stands in it still', [{ end: BAD }, { end: null }], [1]],
    ['what another version failed on does not', [{ end: BAD, version: '0' }], []],
    ['what another version read does', [{ end: BAD }, { end: GOOD, version: '2' }], [1]],
    ['the newest come first', [{ end: BAD }, { end: BAD, file: 'b.pdf', sha256: 'b'.repeat(64) }], [2, 1]],
    ['the same content under another name counts once', [{ end: BAD }, { end: BAD, file: 'copy.pdf' }], [2]],
  ])('%s', (_, words, expected) => {
    const { quarantine, stands } = quarantineAfter(words);
    expect(quarantine.map(({ run }) => run)).toEqual(expected);
    expect(quarantine.find(({ sha256 }) => sha256 === HASH)?.run ?? null).toBe(stands?.runId ?? null);
  });

  test('a file whose bytes were replaced does not stand in it any more', () => {
    expect(quarantineAfter([{ end: BAD }, { end: GOOD, sha256: 'b'.repeat(64) }]).quarantine).toEqual([]);
  });
});
