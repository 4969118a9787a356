import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readBack, records } from '../support/read-back.js';
import { anyReport } from '../support/report-arbitrary.js';
import { aScannedReport, aSmallReport } from '../support/report-factory.js';
import { IMPORT, temporaryStore } from '../support/temporary-store.js';

test('a small report comes out as it went in', () => {
  const store = temporaryStore();
  store.save(aSmallReport(), IMPORT);
  expect(readBack(store, 1)).toEqual(aSmallReport());
});

test('a scanned report comes out as it went in: a figure in which nothing was read is not one of a text layer', () => {
  const store = temporaryStore();
  store.save(aScannedReport(), IMPORT);
  expect(readBack(store, 1)).toEqual(aScannedReport());
  expect(readBack(store, 1).statements[0]?.rows[1]?.figures.basic?.readings).toEqual([]);
});

test('any report comes out as it went in, also over an earlier one', () => {
  const store = temporaryStore();
  fc.assert(
    fc.property(anyReport, (report) => {
      store.save(report, { ...IMPORT, force: true });
      const [row] = records(store, 'SELECT id FROM report WHERE sha256 = ?', report.source.sha256);
      expect(readBack(store, Number(row?.id))).toEqual(report);
    }),
    { numRuns: 60 },
  );
  expect(records(store, 'SELECT * FROM pragma_foreign_key_check')).toEqual([]);
});
