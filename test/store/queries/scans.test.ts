import { describe, expect, test } from 'vitest';
import { ask, only, storeOf } from '../../support/questions.js';
import { records } from '../../support/read-back.js';
import { aReport, aScannedReport, aSmallReport } from '../../support/report-factory.js';

/** Report 1 is digital, report 2 a scan. */
const aStore = () => storeOf(aSmallReport(), aScannedReport({ fiscalYear: 2024 }));

describe('repaired', () => {
  test('the amount as it was read, the new one, why, and where', () => {
    expect(ask(aStore(), 'repaired')).toMatchObject([
      {
        report_id: 2,
        label: '社会保障和就业支出',
        printed: '17.00',
        read_yuan: '170000.00',
        amount_fen: 11_000_000,
        amount_yuan: '110000.00',
        checks: 'hierarchy/children, balance/row',
        reading_engine: 'tesseract',
        reading_text: '11.00',
        reading_confidence: 0.75,
        page: 1,
      },
    ]);
    expect(ask(aStore(), 'repaired', { year: '2023' })).toEqual([]);
    expect(ask(aStore(), 'repaired', { report: '1' })).toEqual([]);
  });

  test('a figure of which nothing was read, and that no other reading supports', () => {
    const [statement] = aScannedReport().statements;
    const [total, row] = statement?.rows ?? [];
    const repaired = row?.figures.total;
    if (!statement || !total || !row || !repaired) throw new Error('the scanned report has a repaired figure');
    const lost = { ...repaired, printed: '', repair: { read: null, checks: ['totals/row'], reading: null } };
    const rows = [total, { ...row, figures: { ...row.figures, total: lost } }];
    const store = storeOf(aScannedReport({ statements: [{ ...statement, rows }] }));
    expect(only(ask(store, 'repaired'), 'read_fen', 'read_yuan', 'amount_yuan', 'checks', 'reading_engine')).toEqual([
      [null, null, '110000.00', 'totals/row', null],
    ]);
  });
});

describe('scanned-pages', () => {
  test('what read each page, how good it is, what its figures are worth, and which pages nobody read', () => {
    expect(
      only(
        ask(aStore(), 'scanned-pages'),
        ...['report_id', 'page', 'condition', 'engine', 'model', 'dpi', 'turn', 'low_quality', 'figures', 'verified'],
        'repaired',
      ),
    ).toEqual([
      [2, 1, 'read', 'pp-ocrv4', 'models-1', 300, 0, 0, 2, 1, 1],
      [2, 2, 'read', 'pp-ocrv4', 'models-1', 150, 1, 1, 0, 0, 0],
      [2, 3, 'needs-ocr', null, null, null, null, null, 0, 0, 0],
    ]);
    expect(ask(aStore(), 'scanned-pages')[2]?.reason).toContain('no time left');
  });

  test('nothing of a digital report', () => {
    expect(ask(aStore(), 'scanned-pages', { report: '1' })).toEqual([]);
    expect(ask(storeOf(aReport()), 'scanned-pages')).toEqual([]);
  });
});

describe('views', () => {
  test('a figure says whether it stands in a picture, what read it, and what was read', () => {
    const columns = 'label, column_key, from_image, reading_engine, read_yuan';
    expect(
      records(aStore(), `SELECT ${columns} FROM v_figure WHERE report_id = 2 ORDER BY row_ordinal, column_key DESC`),
    ).toEqual([
      { label: 'total', column_key: 'total', from_image: 1, reading_engine: 'pp-ocrv4', read_yuan: null },
      {
        label: '社会保障和就业支出',
        column_key: 'total',
        from_image: 1,
        reading_engine: 'pp-ocrv4',
        read_yuan: '170000.00',
      },
      { label: '社会保障和就业支出', column_key: 'basic', from_image: 1, reading_engine: null, read_yuan: null },
    ]);
    expect(records(aStore(), 'SELECT DISTINCT from_image, reading_engine FROM v_figure WHERE report_id = 1')).toEqual([
      { from_image: 0, reading_engine: null },
    ]);
  });

  test('data quality counts pages and figures of pictures', () => {
    expect(
      only(
        ask(aStore(), 'data-quality'),
        ...['pages', 'pages_by_ocr', 'pages_low_quality', 'pages_needing_ocr', 'figures_from_image', 'repaired'],
      ),
    ).toEqual([
      [3, 0, 0, 0, 0, 0],
      [4, 2, 1, 1, 2, 1],
    ]);
  });
});

test('the summary of a report says how it was read', () => {
  expect(aStore().reports()).toMatchObject([
    { pages: 3, pagesByOcr: 0, pagesOfLowQuality: 0, pagesUnread: 0, ocrEngines: null },
    { pages: 4, pagesByOcr: 2, pagesOfLowQuality: 1, pagesUnread: 1, ocrEngines: 'pp-ocrv4 (models-1)' },
  ]);
});
