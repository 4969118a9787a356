import { describe, expect, test } from 'vitest';
import type { Figure } from '../../src/normalize/report.js';
import { UnstorableReportError } from '../../src/store/store-error.js';
import type { VerifiedReport } from '../../src/verify/check.js';
import { readBack, records } from '../support/read-back.js';
import {
  aFigure,
  aHash,
  aPlace,
  aReport,
  aRow,
  aSection,
  aSmallReport,
  aStatement,
} from '../support/report-factory.js';
import { emptyDatabase, IMPORT, temporaryStore } from '../support/temporary-store.js';

const TABLES_OF_A_REPORT = [
  'report',
  'page',
  'section',
  'paragraph',
  'paragraph_place',
  'statement',
  'statement_page',
  'statement_place',
  'statement_column',
  'statement_row',
  'statement_row_place',
  'figure',
  'figure_place',
  'raw_cell',
  'check_result',
  'check_figure',
  'finding',
  'finding_place',
  'finding_figure',
];

describe('the same bytes again', () => {
  const other = aSmallReport({ agency: { name: '另一单位' } });
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
    expect(store.save(other, { ...IMPORT, programVersion, force })).toBe(outcome);
    expect(readBack(store, 1)).toEqual(outcome === 'replaced' ? other : aSmallReport());
  });

  test('a replaced report leaves nothing of the old one, not in the index either, and keeps its id', () => {
    const store = temporaryStore();
    store.save(aReport({ source: { ...aReport().source, sha256: aHash(7) } }), IMPORT);
    store.save(aSmallReport(), IMPORT);
    store.save(aReport(), { ...IMPORT, force: true });
    expect(store.reports().map(({ id, sha256, figures }) => [id, sha256, figures])).toEqual([
      [1, aHash(7), 0],
      [2, aHash(1), 0],
    ]);
    for (const table of TABLES_OF_A_REPORT.filter((name) => name !== 'report' && name !== 'page')) {
      expect(records(store, `SELECT count(*) AS count FROM ${table}`), table).toEqual([{ count: 0 }]);
    }
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
    ['a hash that is none', aReport({ source: { ...aReport().source, sha256: 'abc' } }), /CHECK/],
  ];

  test.each(faults)('%s', (_, report, message) => {
    const store = temporaryStore();
    const save = () => store.save(report, IMPORT);
    expect(save).toThrow(UnstorableReportError);
    expect(save).toThrow(message);
    for (const table of TABLES_OF_A_REPORT) {
      expect(records(store, `SELECT count(*) AS count FROM ${table}`), table).toEqual([{ count: 0 }]);
    }
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
