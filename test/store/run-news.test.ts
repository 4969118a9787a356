import Database from 'better-sqlite3';
import { expect, test, vi } from 'vitest';
import { openImportRuns } from '../../src/store/import-runs.js';
import { openRunNews } from '../../src/store/run-news.js';
import { emptyDatabase, temporaryStore } from '../support/temporary-store.js';

/** The plans of all questions that a digest asks. */
function plansOf(file: string): readonly string[] {
  const prepare = vi.spyOn(Database.prototype, 'prepare');
  const news = openRunNews(file);
  news.documents([1]);
  news.contradictions(1, 5);
  news.origin('a');
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
