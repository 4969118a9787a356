import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { UsageError } from '../../../src/errors.js';
import { askBounded, type QueryLimits } from '../../../src/store/bounded-query/ask-bounded.js';
import { StoreError } from '../../../src/store/store-error.js';
import { aSmallReport } from '../../support/report-factory.js';
import { IMPORT, temporaryFile, temporaryStore } from '../../support/temporary-store.js';

let file: string;
beforeEach(() => {
  const store = temporaryStore();
  store.save(aSmallReport(), IMPORT);
  file = store.file;
});

const LIMITS: QueryLimits = { rows: 100, bytes: 1 << 20, time: 60_000 };
const ask = (sql: string, limits: Partial<QueryLimits> = {}) => askBounded(file, sql, [], { ...LIMITS, ...limits });
const COUNTING = 'WITH RECURSIVE n (i) AS (VALUES (1) UNION ALL SELECT i + 1 FROM n)';

test('an answer comes whole, with values by name', async () => {
  const answer = await askBounded(file, 'SELECT :a AS one, fiscal_year, NULL AS none FROM report', { a: '甲' }, LIMITS);
  expect(answer).toEqual({ columns: ['one', 'fiscal_year', 'none'], rows: [['甲', 2023, null]], cut: null });
});

test('a question that never ends is ended when its time is up', async () => {
  await expect(ask(`${COUNTING} SELECT count(*) FROM n`, { time: 3_000 })).rejects.toThrow(
    /more than 3 s and was ended/,
  );
});

test('an answer that never ends is cut at its rows, or at its bytes', async () => {
  const byRows = await ask(`${COUNTING} SELECT i FROM n`);
  expect([byRows.cut, byRows.rows.length, byRows.rows.at(-1)]).toEqual(['rows', 100, [100]]);
  const byBytes = await ask(`${COUNTING} SELECT printf('%.*c', 100000, 'x') FROM n`);
  expect([byBytes.cut, byBytes.rows.length]).toEqual(['bytes', 5]);
  expect((await ask(`${COUNTING} SELECT i FROM n LIMIT 100`)).cut).toBeNull();
});

test('a sort of everything ends for want of memory, and fills no disk', async () => {
  const sql = `${COUNTING} SELECT i || printf('%.*c', 10000000, 'x') AS x FROM n ORDER BY x DESC`;
  await expect(ask(sql)).rejects.toThrow(/needed too much memory/);
});

describe('nothing is written, and no other file is opened', () => {
  const elsewhere = join(dirname(temporaryFile()), 'elsewhere.db');
  test.each([
    ['a change', 'DELETE FROM figure'],
    ['a change behind WITH', 'WITH x AS (SELECT 1) DELETE FROM figure'],
    ['another database', `ATTACH '${elsewhere}' AS other`],
    ['another database behind a comment', `/* SELECT */ ATTACH '${elsewhere}' AS other`],
    ['a copy', `VACUUM INTO '${elsewhere}'`],
    ['a pragma', 'PRAGMA query_only = OFF'],
    ['a pragma as a table', "SELECT * FROM pragma_journal_mode('delete')"],
    ['a library', `SELECT load_extension('${elsewhere}')`],
    ['a file', `SELECT writefile('${elsewhere}', 'x')`],
    ['two statements', `SELECT 1; VACUUM INTO '${elsewhere}'`],
  ])('%s', async (_, sql) => {
    const before = readFileSync(file);
    await expect(ask(sql)).rejects.toThrow(UsageError);
    expect(existsSync(elsewhere)).toBe(false);
    expect(readFileSync(file).equals(before)).toBe(true);
    expect(readdirSync(dirname(file)).filter((name) => !name.startsWith('test.db'))).toEqual([]);
  });
});

test('faults are told as those of the question or of the database', async () => {
  await expect(ask('SELECT * FROM nowhere')).rejects.toThrow(UsageError);
  await expect(ask('SELECT 9007199254740993')).rejects.toThrow(/up to 2\^53/);
  const noDatabase = temporaryFile();
  writeFileSync(noDatabase, '单位：万元\n'.repeat(200));
  await expect(askBounded(noDatabase, 'SELECT 1', [], LIMITS)).rejects.toThrow(StoreError);
  await expect(askBounded(temporaryFile(), 'SELECT 1', [], LIMITS)).rejects.toThrow(/there is no such database/);
});
