import type { Section } from '../../src/normalize/report.js';
import { runNamed } from '../../src/store/named-queries.js';
import type { Store } from '../../src/store/store.js';
import type { VerifiedReport } from '../../src/verify/check.js';
import { aHash, aPlace, aReport, aSection } from './report-factory.js';
import { IMPORT, temporaryStore } from './temporary-store.js';

type Answer = Readonly<Record<string, string | number | null>>;

/** Reports of different bytes, imported one after the other, a minute apart. */
export function storeOf(...reports: readonly VerifiedReport[]): Store {
  const store = temporaryStore();
  for (const [at, report] of reports.entries()) {
    const source = { ...report.source, file: `${at + 1}.pdf`, sha256: aHash(at + 1) };
    const importedAt = `2025-01-02T03:${String(at).padStart(2, '0')}:00.000Z`;
    store.save({ ...report, source }, { ...IMPORT, importedAt });
  }
  return store;
}

/** A report with one section, in which claims and facts stand. */
export function aTold(overrides: Partial<VerifiedReport>): VerifiedReport {
  const sections: readonly Section[] = [aSection(0, '情况说明', ['正文。'], { place: aPlace(2, 40) })];
  return aReport({ sections, ...overrides });
}

/** The rows that a named query answers. */
export function ask(store: Store, name: string, parameters: Readonly<Record<string, string>> = {}): readonly Answer[] {
  const { columns, rows } = runNamed(store, name, parameters);
  return rows.map((row) => Object.fromEntries(columns.map((column, at) => [column, row[at] ?? null])));
}

/** Only these columns of an answer. */
export function only(rows: readonly Answer[], ...columns: readonly string[]): readonly (string | number | null)[][] {
  return rows.map((row) => columns.map((column) => row[column] ?? null));
}
