import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import Database from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { firstDifference } from './contents.js';
import { killImport } from './kill-import.js';
import { type Program, start } from './processes.js';

/* The small form of the kill test; the one with 300 documents and 50 kills is `npm run kill-test`. */

const root = fileURLToPath(new URL('../../', import.meta.url));
const program: Program = {
  command: process.execPath,
  argv: ['--import', 'tsx', 'src/cli/main.ts', 'import', '--ocr', 'never'],
  cwd: root,
};
const DUMP = readFileSync(join(root, 'samples/quanzhou-bigdata-2023-final.txt'), 'utf8');
const YEARS = [2020, 2021, 2022];

const folder = mkdtempSync(join(tmpdir(), 'juesuan-kill-'));
const at = (name: string): string => join(folder, name);
/** Two versions of a report of each year, and the report of 2023 as PDF and as dump, the dump the newer one by the order of the names. */
const documents = 2 * YEARS.length + 2;
let undisturbed = 0;

beforeAll(async () => {
  mkdirSync(at('in'));
  for (const year of YEARS) {
    const text = DUMP.replaceAll('2023', String(year));
    writeFileSync(at(`in/${year}.txt`), text);
    writeFileSync(at(`in/${year}-again.txt`), `${text}\n`);
  }
  cpSync(join(root, 'samples/quanzhou-bigdata-2023-final.txt'), at('in/2023.txt'));
  cpSync(join(root, 'samples/quanzhou-bigdata-2023-final-rebuilt.pdf'), at('in/2023-rebuilt.pdf'));
  const began = performance.now();
  expect(await start(program, [at('in'), '--db', at('undisturbed.db')]).ended).toBe(0);
  undisturbed = performance.now() - began;
}, 120_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function asked(database: string, sql: string): readonly unknown[] {
  const opened = new Database(at(database), { readonly: true });
  try {
    return opened.prepare(sql).raw().all();
  } finally {
    opened.close();
  }
}

describe('an import', { timeout: 300_000 }, () => {
  test('that is killed and begun again leaves what an undisturbed one does', async () => {
    const { faults, struck } = await killImport({
      program,
      words: [at('in'), '--db', at('killed.db')],
      database: at('killed.db'),
      documents,
      kills: 4,
      seed: 7,
      undisturbed: undisturbed / 2,
      starting: undisturbed / 4,
    });
    expect(faults).toEqual([]);
    expect(struck).toHaveLength(4);
    expect(firstDifference(at('undisturbed.db'), at('killed.db'))).toMatchObject({ difference: null });
    expect(asked('killed.db', 'SELECT id, sha256, is_current FROM report ORDER BY id')).toEqual(
      asked('undisturbed.db', 'SELECT id, sha256, is_current FROM report ORDER BY id'),
    );
  });

  test('of the same folder at the same time as another stores everything once, and both records are whole', async () => {
    const both = [start(program, [at('in'), '--db', at('both.db')]), start(program, [at('in'), '--db', at('both.db')])];
    expect(await Promise.all(both.map(({ ended }) => ended))).toEqual([0, 0]);
    expect(firstDifference(at('undisturbed.db'), at('both.db'))).toMatchObject({ difference: null });
    const counts = `SELECT r.state, r.documents, r.skipped + (SELECT count(*) FROM import_item AS i
      WHERE i.run_id = r.id AND i.state IN ('stored', 'skipped')) FROM import_run AS r`;
    expect(asked('both.db', counts)).toEqual([
      ['done', documents, documents],
      ['done', documents, documents],
    ]);
    expect(asked('both.db', `SELECT count(*) FROM import_item WHERE state = 'stored'`)).toEqual([[documents]]);
  });

  test('of some of the files at the same time as one of all stores everything once', async () => {
    // In the order of the names, as in the folder: it decides which version is the newer one.
    const some = [2021, 2022].flatMap((year) => [at(`in/${year}-again.txt`), at(`in/${year}.txt`)]);
    const words = [some, [at('in')]].map((paths) => [...paths, '--db', at('overlap.db')]);
    const both = words.map((one) => start(program, one));
    expect(await Promise.all(both.map(({ ended }) => ended))).toEqual([0, 0]);
    expect(firstDifference(at('undisturbed.db'), at('overlap.db'))).toMatchObject({ difference: null });
    expect(asked('overlap.db', `SELECT count(*) FROM import_item WHERE state = 'stored'`)).toEqual([[documents]]);
  });

  test('of two versions makes the later one current, though it is a dump and read much sooner', async () => {
    const paths = ['2023-rebuilt.pdf', '2023.txt'].map((file) => at(`in/${file}`));
    expect(await start(program, [...paths, '--concurrency', '2', '--db', at('order.db')]).ended).toBe(0);
    expect(asked('order.db', 'SELECT format, replaces FROM report WHERE is_current = 1')).toEqual([['text', 1]]);
  });
});

describe('the comparison', () => {
  const changed = (name: string, sql: string) => {
    cpSync(at('undisturbed.db'), at(name));
    const database = new Database(at(name));
    const changes = database.prepare(sql).run().changes;
    database.close();
    return { changes, ...firstDifference(at('undisturbed.db'), at(name)) };
  };

  test.each([
    ['a value', 'UPDATE figure SET printed = printed || 1 WHERE id = (SELECT max(id) FROM figure)', 'figure'],
    ['a status', `UPDATE figure SET status = 'unverified' WHERE id = (SELECT min(id) FROM figure)`, 'figure'],
    [
      'a place',
      'UPDATE figure_place SET page = 1 WHERE figure_id = (SELECT max(figure_id) FROM figure_place)',
      'figure_place',
    ],
    ['a finding that is gone', 'DELETE FROM finding WHERE id = (SELECT max(id) FROM finding)', 'finding'],
  ])('shows %s', (_, sql, table) => {
    const { changes, difference } = changed('changed.db', sql);
    expect(changes).toBe(1);
    expect(difference?.table).toBe(table);
  });

  test('is blind to numbers of rows and times', () => {
    const { difference, rows } = changed('later.db', `UPDATE report SET imported_at = '2030-01-01T00:00:00Z'`);
    expect(difference).toBeNull();
    expect(rows).toBeGreaterThan(1000);
  });
});
