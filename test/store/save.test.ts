import { describe, expect, test } from 'vitest';
import type { Figure } from '../../src/normalize/report.js';
import type { Store } from '../../src/store/store.js';
import { UnstorableReportError } from '../../src/store/store-error.js';
import type { VerifiedReport } from '../../src/verify/check.js';
import { aClaim, aFact, anEvaluation, aQuantity } from '../support/narrative-factory.js';
import { readBack, records } from '../support/read-back.js';
import {
  aCodeRow,
  aFigure,
  aHash,
  aPage,
  aPageOcr,
  aPlace,
  aReport,
  aRow,
  aScannedReport,
  aSection,
  aSmallReport,
  aStatement,
  aToldReport,
} from '../support/report-factory.js';
import { emptyDatabase, IMPORT, temporaryStore } from '../support/temporary-store.js';

/** Every table that holds something of a report: all but reference data, the records of imports and downloads, and what SQLite keeps for itself. */
function tablesOfReports(store: Store): readonly string[] {
  const rows = records(
    store,
    `SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'
       AND name NOT IN ('migration', 'definition', 'data_dictionary', 'classification_code')
       AND name NOT IN ('import_run', 'import_item', 'download', 'download_earlier', 'arrival')`,
  );
  return rows.map(({ name }) => String(name));
}

const countOf = (store: Store, table: string) => records(store, `SELECT count(*) AS count FROM ${table}`)[0]?.count;

/** Statements of which something is gathered beside them (seeds/database/derived). */
const GATHERED = [
  aStatement('revenue', [aCodeRow('functional', '208', '甲', { total: aFigure(3) })]),
  aStatement('expenditure', [aCodeRow('functional', '208', '甲', { total: aFigure(2) })]),
  aStatement('revenue-and-expenditure', [aRow('opening', { amount: aFigure(1) }, { panel: 'revenue' })]),
  aStatement('general-budget-basic-expenditure', [aRow('public-total', { amount: aFigure(1) })]),
  aStatement('three-public', [aRow('total', { amount: aFigure(1) })]),
];

describe('the same bytes again', () => {
  const changed = aSmallReport({ agency: { name: '另一单位' } });
  const cases: readonly [string, string, boolean, 'skipped' | 'replaced'][] = [
    ['the same version', '0.1.0', false, 'skipped'],
    ['the same version, forced', '0.1.0', true, 'replaced'],
    ['a newer version', '0.2.0', false, 'replaced'],
    ['a newer version, by number and not by letter', '0.10.0', false, 'replaced'],
    ['an older version', '0.0.9', false, 'skipped'],
    ['another build of the same release', '0.1.0+b2', false, 'replaced'],
  ];
  test.each(cases)('%s', (_, programVersion, force, outcome) => {
    const store = temporaryStore();
    expect(store.save(aSmallReport(), IMPORT)).toBe('stored');
    expect(store.isCurrent(aHash(1), programVersion)).toBe(force ? true : outcome === 'skipped');
    expect(store.save(changed, { ...IMPORT, programVersion, force })).toBe(outcome);
    expect(readBack(store, 1)).toEqual(outcome === 'replaced' ? changed : aSmallReport());
  });

  const cell = { row: 0, column: 0, rowSpan: 1, columnSpan: 1, text: '甲', places: [aPlace()], confidence: null };
  const other = aStatement('other', [], { cells: [cell], notes: ['注'] });

  test('a replaced report leaves nothing of the old one, not in the index either, and keeps its id', () => {
    const store = temporaryStore();
    store.save(aReport({ source: { ...aReport().source, sha256: aHash(7) } }), IMPORT);
    const statements = [...aToldReport().statements, other, ...aScannedReport().statements, ...GATHERED];
    store.save(aToldReport({ statements }), IMPORT);
    const tables = tablesOfReports(store);
    expect(tables.filter((table) => countOf(store, table) === 0)).toEqual([]);
    store.save(aReport(), { ...IMPORT, force: true });
    expect(store.reports().map(({ id, sha256, figures }) => [id, sha256, figures])).toEqual([
      [1, aHash(7), 0],
      [2, aHash(1), 0],
    ]);
    // The counts of the new reading have a row of their own.
    const kept = ['report', 'report_statistics', 'page'];
    const left = tables.filter((table) => !kept.includes(table) && countOf(store, table) !== 0);
    expect(left).toEqual([]);
    expect(records(store, "SELECT rowid FROM section_search WHERE section_search MATCH '基本支'")).toEqual([]);
  });

  test('bytes that nobody has stored are not current', () => {
    expect(temporaryStore().isCurrent(aHash(1), '0.1.0')).toBe(false);
  });
});

const withFigure = (figure: Figure): VerifiedReport =>
  aReport({
    sections: [aSection(0, '标题', ['正文'])],
    statements: [aStatement('expenditure', [aRow('a', { total: aFigure(100) }), aRow('b', { total: figure })])],
  });

describe('what breaks a rule in the middle leaves nothing behind', () => {
  const faults: readonly [string, VerifiedReport, RegExp][] = [
    ['a figure without a place', withFigure(aFigure(1, { places: [] })), /figure 0\/1\/total .*at least one place/],
    ['a figure on a page that is not there', withFigure(aFigure(1, { places: [aPlace(9)] })), /FOREIGN KEY/],
    ['NaN for an amount', withFigure(aFigure(1, { amount: { fen: Number.NaN, stepFen: 1 } })), /whole number.*NaN/],
    ['a part of a fen', withFigure(aFigure(1, { amount: { fen: 0.5, stepFen: 1 } })), /whole number.*0\.5/],
    ['more fen than can be exact', withFigure(aFigure(1, { amount: { fen: 2 ** 53, stepFen: 1 } })), /whole number/],
    ['an amount read from nothing', withFigure(aFigure(1, { reading: 'amount', amount: null })), /CHECK/],
    ['an amount for what is unreadable', withFigure(aFigure(1, { reading: 'unreadable' })), /CHECK/],
    ['a step of zero', withFigure(aFigure(1, { amount: { fen: 1, stepFen: 0 } })), /CHECK/],
    ['a confidence above 1', withFigure(aFigure(1, { confidence: 1.5 })), /CHECK/],
    [
      'a reading with a confidence above 1',
      withFigure(aFigure(1, { readings: [{ engine: 'pp-ocrv4', text: '1', confidence: 1.5 }] })),
      /CHECK/,
    ],
    [
      'a part of a fen for what was read',
      withFigure(
        aFigure(1, { status: 'repaired', repair: { read: { fen: 0.5, stepFen: 1 }, checks: [], reading: null } }),
      ),
      /0\/1\/total.*whole number.*0\.5/,
    ],
    [
      'a resolution that is no number',
      aReport({ source: { ...aReport().source, pages: [aPage(1, { ocr: aPageOcr({ dpi: Number.NaN }) })] } }),
      /CHECK/,
    ],
    [
      'a figure without a column',
      aReport({ statements: [aStatement('expenditure', [aRow('a', { total: aFigure(1) })], { columns: [] })] }),
      /figure 0\/0\/total: expected a column no panel:total, found no column/,
    ],
    [
      'a check on a figure that is not there',
      { ...aSmallReport(), checks: aSmallReport().checks.map((check) => ({ ...check, figures: ['0/5/total'] })) },
      /check 0 .*found 0\/5\/total/,
    ],
    [
      'a finding on a figure that is not there',
      { ...aSmallReport(), findings: aSmallReport().findings.map((one) => ({ ...one, figures: ['x'] })) },
      /finding 0 .*found x/,
    ],
    [
      'a section below none',
      { ...aSmallReport(), sections: [aSection(0, 'a', []), aSection(1, 'b', [], { parent: 5 })] },
      /section 1: expected its parent 5/,
    ],
    [
      'sections in a circle',
      { ...aSmallReport(), sections: [aSection(0, 'a', [], { parent: 1 }), aSection(1, 'b', [], { parent: 0 })] },
      /section 0: expected a tree/,
    ],
    [
      'a quantity without a place',
      aToldReport({ claims: [aClaim('revenue', { numbers: { amount: aQuantity('1.00', 'money', { places: [] }) } })] }),
      /quantity claim\/0\/amount .*at least one place/,
    ],
    [
      'a part of a ten-thousandth',
      aToldReport({ facts: [aFact('staff', { value: aQuantity('1', 'count', { value: 0.5 }) })] }),
      /quantity fact\/0 .*a whole number of ten-thousandths/,
    ],
    [
      'a claim in no section',
      aToldReport({ claims: [aClaim('revenue', { section: 9 })], checks: [], findings: [] }),
      /FOREIGN KEY/,
    ],
    [
      'a claim that is a part of none',
      aToldReport({ claims: [aClaim('revenue', { partOf: 1 })] }),
      /claim 0 .*the index of one of 1 claims, found 1/,
    ],
    [
      'a claim that repeats a number of the prose',
      aToldReport({ claims: [aClaim('revenue', { figures: { amount: ['fact/0'] } })] }),
      /claim 0 .*the path of a figure.*found fact\/0/,
    ],
    [
      'an evaluation of a table that is not there',
      aToldReport({ evaluations: [anEvaluation({ statements: [7] })] }),
      /evaluation 0: expected the index of one of 1 statements, found 7/,
    ],
    ['a hash that is none', aReport({ source: { ...aReport().source, sha256: 'abc' } }), /CHECK/],
  ];

  test.each(faults)('%s', (_, report, message) => {
    const store = temporaryStore();
    const save = () => store.save(report, IMPORT);
    expect(save).toThrow(UnstorableReportError);
    expect(save).toThrow(message);
    expect(tablesOfReports(store).filter((table) => countOf(store, table) !== 0)).toEqual([]);
  });

  test.each(faults.slice(0, 3))('%s: an earlier reading of the same bytes stays whole', (_, report) => {
    const store = temporaryStore();
    store.save(aSmallReport(), IMPORT);
    expect(() => store.save(report, { ...IMPORT, force: true })).toThrow(UnstorableReportError);
    expect(readBack(store, 1)).toEqual(aSmallReport());
    expect(store.save(aReport(), { ...IMPORT, force: true })).toBe('replaced');
  });
});

test('a printed code that stands there twice is kept twice', () => {
  const store = temporaryStore();
  const row = aRow('2080505', { total: aFigure(100) });
  const report = aReport({ statements: [aStatement('expenditure', [row, row])] });
  store.save(report, IMPORT);
  expect(readBack(store, 1)).toEqual(report);
});

test('a second store on the same file sees what the first has saved', () => {
  const file = emptyDatabase();
  const [one, other] = [temporaryStore(file), temporaryStore(file)];
  one.save(aSmallReport(), IMPORT);
  expect(other.save(aSmallReport(), IMPORT)).toBe('skipped');
  expect(other.reports()).toHaveLength(1);
});

test('a store opened for reading does not save', () => {
  const file = emptyDatabase();
  temporaryStore(file).save(aSmallReport(), IMPORT);
  const reading = temporaryStore(file, { readOnly: true });
  expect(() => reading.save(aReport(), { ...IMPORT, force: true })).toThrow(/only for reading/);
  expect(readBack(reading, 1)).toEqual(aSmallReport());
});
