import { afterEach, beforeEach, expect, test } from 'vitest';
import { type ImportRuns, openImportRuns, PATH_ERROR, type RunOwner } from '../../src/store/import-runs.js';
import { aSmallReport } from '../support/report-factory.js';
import { emptyDatabase, IMPORT, temporaryFile, temporaryStore } from '../support/temporary-store.js';

const HASH = 'a'.repeat(64);
const at = (minutes: number): string => new Date(Date.UTC(2026, 0, 1, 0, minutes)).toISOString();
const owner = (process: number, alive: readonly number[] = []): RunOwner => ({
  host: 'here',
  process,
  isAlive: (one) => alive.includes(one),
});
const begin = (by: RunOwner, minutes = 0, programVersion = '1'): number =>
  runs.begin({ documents: 3, programVersion, ocr: 'auto', at: at(minutes) }, by);
const FAILURE = { errorClass: 'DamagedPdfError', reason: 'the PDF is damaged', remedy: 'Download it again.' };
const STORED = { state: 'stored', pages: 20, ocrPages: 0, engine: null } as const;

let runs: ImportRuns;
beforeEach(() => {
  runs = openImportRuns(temporaryFile());
});
afterEach(() => runs.close());

test('a run counts what became of its documents', () => {
  const run = begin(owner(1));
  runs.began(run, { file: 'a', sha256: HASH, at: at(0) });
  runs.ended(run, 'a', 1.5, STORED);
  runs.began(run, { file: 'b', sha256: 'b'.repeat(64), at: at(0) });
  runs.ended(run, 'b', 0.5, { state: 'quarantined', ...FAILURE });
  runs.refused(run, 'c', at(0), { state: 'failed', ...FAILURE });
  runs.skipped(run);
  runs.finish(run, 'done', at(1));
  expect(runs.runs(5)).toMatchObject([
    {
      id: run,
      state: 'done',
      documents: 3,
      stored: 1,
      skipped: 1,
      failed: 1,
      quarantined: 1,
      unfinished: 0,
      endedAt: at(1),
    },
  ]);
  expect(runs.items(run)).toMatchObject([
    { file: 'a', state: 'stored', seconds: 1.5, reason: null },
    { file: 'b', state: 'quarantined', reason: FAILURE.reason, attempts: 1 },
    { file: 'c', state: 'failed', sha256: null },
  ]);
});

test('a run whose process is gone is marked when the next begins, with what it was at; one that lives is not', () => {
  const dead = begin(owner(1));
  runs.began(dead, { file: 'a', sha256: HASH, at: at(0) });
  const alive = begin(owner(2, [1]));
  expect(runs.runs(5).map(({ state }) => state)).toEqual(['running', 'running']);
  begin(owner(3, [2]), 1);
  expect(runs.runs(5).map(({ id, state, unfinished }) => [id, state, unfinished])).toEqual([
    [3, 'running', 0],
    [alive, 'running', 0],
    [dead, 'broken-off', 1],
  ]);
  expect(runs.unsettled(null).map(({ file, state }) => [file, state])).toEqual([['a', 'broken-off']]);
});

test('a run that is silent for minutes is gone, though its number or its host may be another’s', () => {
  const silent = begin(owner(1));
  const beating = begin(owner(2, [1, 2]));
  runs.beat(beating, at(9));
  begin(owner(3, [1, 2]), 10);
  expect(runs.runs(5).map(({ id, state }) => [id, state])).toEqual([
    [3, 'running'],
    [beating, 'running'],
    [silent, 'broken-off'],
  ]);
});

test('attempts count failures of the same bytes by the same program; an end without a word is none', () => {
  const attempts = (run: number, file = 'a') => runs.began(run, { file, sha256: HASH, at: at(0) }).attempts;
  const first = begin(owner(1));
  expect(attempts(first)).toBe(1);
  runs.ended(first, 'a', 1, { state: 'failed', ...FAILURE });
  const second = begin(owner(2));
  expect(attempts(second, 'the same under another name')).toBe(2);
  const third = begin(owner(3), 5);
  expect(attempts(third)).toBe(2);
  expect(attempts(begin(owner(4), 0, '2'))).toBe(1);
});

test('quarantine holds for the bytes and the program, until they are stored', () => {
  const run = begin(owner(1));
  runs.began(run, { file: 'a', sha256: HASH, at: at(0) });
  runs.ended(run, 'a', 1, { state: 'quarantined', ...FAILURE });
  expect(runs.quarantined(HASH, '1')).toMatchObject({ runId: run, reason: FAILURE.reason });
  expect(runs.quarantined(HASH, '2')).toBeNull();
  expect(runs.quarantined('b'.repeat(64), '1')).toBeNull();
  const again = begin(owner(1));
  runs.began(again, { file: 'a', sha256: HASH, at: at(0) });
  expect(runs.quarantined(HASH, '1')).not.toBeNull();
  runs.ended(again, 'a', 1, STORED);
  expect(runs.quarantined(HASH, '1')).toBeNull();
  expect(runs.unsettled(null)).toEqual([]);
});

test('what a run left is told of it, or of all, by its last word', () => {
  const first = begin(owner(1));
  for (const file of ['a', 'b']) {
    runs.began(first, { file, sha256: file.repeat(64), at: at(0) });
    runs.ended(first, file, 1, { state: 'failed', ...FAILURE });
  }
  const second = begin(owner(1));
  runs.began(second, { file: 'a', sha256: HASH, at: at(0) });
  runs.ended(second, 'a', 1, STORED);
  expect(runs.unsettled(null).map(({ file }) => file)).toEqual(['b']);
  expect(runs.unsettled(second)).toEqual([]);
});

test('a path that leads to nothing is on record, but nothing to read again', () => {
  const run = begin(owner(1));
  runs.refused(run, 'x*.pdf', at(0), { state: 'failed', ...FAILURE, errorClass: PATH_ERROR });
  runs.refused(run, 'gone.pdf', at(0), { state: 'failed', ...FAILURE });
  expect(runs.items(run).map(({ file }) => file)).toEqual(['x*.pdf', 'gone.pdf']);
  expect(runs.unsettled(null).map(({ file }) => file)).toEqual(['gone.pdf']);
});

test('a document whose process was killed between storing its report and saying so is not read again', () => {
  const file = emptyDatabase();
  const store = temporaryStore(file);
  const own = openImportRuns(file);
  try {
    const report = aSmallReport();
    const killed = own.begin({ documents: 2, programVersion: '1', ocr: 'auto', at: at(0) }, owner(1));
    own.began(killed, { file: 'stored', sha256: report.source.sha256, at: at(0) });
    own.began(killed, { file: 'lost', sha256: HASH, at: at(0) });
    store.save(report, IMPORT);
    own.begin({ documents: 0, programVersion: '1', ocr: 'auto', at: at(1) }, owner(2));
    expect(own.items(killed).map(({ state }) => state)).toEqual(['broken-off', 'broken-off']);
    expect(own.unsettled(null).map((item) => item.file)).toEqual(['lost']);
  } finally {
    own.close();
  }
});

test('content that ended the process that read it is known, until something becomes of it; an interruption is no such end', () => {
  const ended = () => [runs.endedProcess(HASH, '1'), runs.endedProcess(HASH, '2')];
  const interrupted = begin(owner(1));
  runs.began(interrupted, { file: 'a', sha256: HASH, at: at(0) });
  runs.finish(interrupted, 'interrupted', at(1));
  expect(ended()).toEqual([false, false]);
  const killed = begin(owner(2), 2);
  runs.began(killed, { file: 'a', sha256: HASH, at: at(2) });
  const next = begin(owner(3), 3);
  expect(ended()).toEqual([true, false]);
  runs.began(next, { file: 'a', sha256: HASH, at: at(3) });
  expect(ended()).toEqual([true, false]);
  runs.ended(next, 'a', 1, STORED);
  expect(ended()).toEqual([false, false]);
});
