import Database from 'better-sqlite3';
import { describe, expect, test } from 'vitest';
import { migrate, migrations } from '../../src/store/migrate.js';
import type { Store } from '../../src/store/store.js';
import type { VerifiedReport } from '../../src/verify/check.js';
import { ask, only, storeOf } from '../support/questions.js';
import { records } from '../support/read-back.js';
import { aFigure, aHash, aReport, aRow, aStatement } from '../support/report-factory.js';
import { emptyDatabase, IMPORT, temporaryFile, temporaryStore } from '../support/temporary-store.js';

const REGION = { code: '350500', name: '泉州市' };

function aVersion(expenditure: number, overrides: Partial<VerifiedReport> = {}): VerifiedReport {
  const rows = [aRow('current-total', { amount: aFigure(expenditure) }, { panel: 'expenditure' })];
  return aReport({
    agency: { name: '某中心' },
    region: REGION,
    statements: [aStatement('revenue-and-expenditure', rows)],
    ...overrides,
  });
}

/** [id, is_current, replaces] of every report. */
const chain = (store: Store) =>
  records(store, 'SELECT id, is_current, replaces FROM report ORDER BY id').map((row) => [
    row.id,
    row.is_current,
    row.replaces,
  ]);

function save(store: Store, hash: number, report: VerifiedReport, options: Partial<typeof IMPORT> = {}): void {
  const source = { ...report.source, file: `${hash}.pdf`, sha256: aHash(hash) };
  store.save({ ...report, source }, { ...IMPORT, ...options });
}

describe('what is the same report', () => {
  const same: readonly [string, Partial<VerifiedReport>][] = [
    ['other bytes alone', {}],
    ['brackets and blanks of another kind', { agency: { name: ' 某\u3000中心' } }],
  ];
  test.each(same)('%s', (_, overrides) => {
    expect(chain(storeOf(aVersion(1), aVersion(2, overrides)))).toEqual([
      [1, 0, null],
      [2, 1, 1],
    ]);
  });

  const others: readonly [string, Partial<VerifiedReport>][] = [
    ['another body', { agency: { name: '某中心（本级）' } }],
    ['another year', { fiscalYear: 2022 }],
    ['another kind', { kind: 'budget' }],
    ['another scope', { scope: 'department' }],
    ['another region', { region: { code: '310107', name: '普陀区' } }],
  ];
  test.each(others)('not %s', (_, overrides) => {
    expect(chain(storeOf(aVersion(1), aVersion(2, overrides)))).toEqual([
      [1, 1, null],
      [2, 1, null],
    ]);
  });

  const unknown: readonly [string, Partial<VerifiedReport>][] = [
    ['the body', { agency: null }],
    ['the year', { fiscalYear: null }],
    ['the kind', { kind: null }],
    ['the scope', { scope: null }],
    ['the region', { region: null }],
  ];
  test.each(unknown)('two reports that both do not say %s stand each for itself', (_, overrides) => {
    expect(chain(storeOf(aVersion(1, overrides), aVersion(2, overrides)))).toEqual([
      [1, 1, null],
      [2, 1, null],
    ]);
  });
});

describe('a chain stays sound', () => {
  test('an older file that is read again keeps its place, forced or by a newer program', () => {
    const store = storeOf(aVersion(1), aVersion(2), aVersion(3));
    const before = chain(store);
    expect(before).toEqual([
      [1, 0, null],
      [2, 0, 1],
      [3, 1, 2],
    ]);
    save(store, 1, aVersion(4), { force: true });
    expect(chain(store)).toEqual(before);
    save(store, 2, aVersion(5), { programVersion: '9.0.0' });
    expect(chain(store)).toEqual(before);
    save(store, 3, aVersion(6), { force: true });
    expect(chain(store)).toEqual(before);
  });

  test('a new reading that makes another report of a file leaves the one chain and joins the other', () => {
    const store = storeOf(aVersion(1), aVersion(2), aVersion(3));
    save(store, 3, aVersion(3, { fiscalYear: 2020 }), { force: true });
    expect(chain(store)).toEqual([
      [1, 0, null],
      [2, 1, 1],
      [3, 1, null],
    ]);
    save(store, 2, aVersion(2, { fiscalYear: 2020 }), { force: true });
    expect(chain(store)).toEqual([
      [1, 1, null],
      [2, 0, null],
      [3, 1, 2],
    ]);
  });

  test('a report that goes hands on its place', () => {
    const store = storeOf(aVersion(1), aVersion(2), aVersion(3));
    const database = new Database(store.file);
    database.pragma('foreign_keys = ON');
    database.exec('DELETE FROM report WHERE id = 2');
    expect(chain(store)).toEqual([
      [1, 0, null],
      [3, 1, 1],
    ]);
    database.exec('DELETE FROM report WHERE id = 3');
    expect(chain(store)).toEqual([[1, 1, null]]);
    expect(() => database.exec("UPDATE report SET agency = '另一单位'")).toThrow(/store it anew/);
    database.close();
  });

  test('two connections that store in turn never make two current ones', () => {
    const file = emptyDatabase();
    const stores = [temporaryStore(file), temporaryStore(file)];
    for (let hash = 1; hash <= 6; hash += 1) {
      const store = stores[hash % 2];
      if (store) save(store, hash, aVersion(hash));
    }
    const [store] = stores;
    expect(store && chain(store).filter(([, current]) => current === 1)).toEqual([[6, 1, 5]]);
    const database = new Database(file);
    expect(() => database.exec('UPDATE report SET is_current = 1')).toThrow(/UNIQUE/);
    database.close();
  });

  test('a database of before learns which of its reports are current', () => {
    const file = temporaryFile();
    const database = new Database(file);
    database.pragma('foreign_keys = ON');
    migrate(
      database,
      migrations().filter(({ number }) => number <= 8),
    );
    const insert = database.prepare(
      `INSERT INTO report (sha256, file, format, kind, scope, fiscal_year, agency, region_code, region_name, program_version, imported_at)
       VALUES (?, 'f.pdf', 'pdf', 'budget', 'unit', ?, '某中心', '350500', '泉州市', '0.1.0', '2025-01-01')`,
    );
    for (const [hash, year] of [2023, 2024, 2023, null, null].entries()) insert.run(aHash(hash), year);
    database.close();
    expect(chain(temporaryStore(file))).toEqual([
      [1, 0, null],
      [2, 1, null],
      [3, 1, 1],
      [4, 1, null],
      [5, 1, null],
    ]);
  });
});

describe('who counts what', () => {
  test('views that are added up hold the current version only, views of single numbers say which one is', () => {
    const store = storeOf(aVersion(100), aVersion(200));
    expect(records(store, 'SELECT expenditure_fen FROM v_summary')).toEqual([{ expenditure_fen: 200 }]);
    expect(records(store, 'SELECT amount_fen, is_current FROM v_figure ORDER BY report_id')).toEqual([
      { amount_fen: 100, is_current: 0 },
      { amount_fen: 200, is_current: 1 },
    ]);
    expect(records(store, 'SELECT report_id, newest FROM v_report ORDER BY report_id')).toEqual([
      { report_id: 1, newest: 0 },
      { report_id: 2, newest: 1 },
    ]);
  });

  test('lists leave a replaced version out unless it is asked for; `revisions` shows every version', () => {
    const store = storeOf(aVersion(100), aVersion(200), aVersion(1, { fiscalYear: 2022 }));
    expect(only(ask(store, 'data-quality'), 'report_id')).toEqual([[2], [3]]);
    expect(only(ask(store, 'data-quality', { report: '1' }), 'report_id')).toEqual([[1]]);
    expect(only(ask(store, 'revisions'), 'version', 'report_id', 'is_current', 'replaces', 'replaced_by')).toEqual([
      [1, 1, 0, null, 2],
      [2, 2, 1, 1, null],
    ]);
    expect(store.reports().map(({ isCurrent, replaces, replacedBy }) => [isCurrent, replaces, replacedBy])).toEqual([
      [0, null, 2],
      [1, 1, null],
      [1, null, null],
    ]);
    expect(store.related(3).map(({ id }) => id)).toEqual([2]);
  });
});
