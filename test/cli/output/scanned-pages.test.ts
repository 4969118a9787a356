import { expect, test } from 'vitest';
import { countScannedPages, scannedPagesLine } from '../../../src/cli/output/scanned-pages.js';
import { aPage, aPageOcr } from '../../support/report-factory.js';

const good = aPage(1, { ocr: aPageOcr() });
const bad = aPage(2, { ocr: aPageOcr({ lowQuality: true }) });
const other = aPage(3, { ocr: aPageOcr({ engine: 'tesseract', model: 'chi_sim' }) });
const unread = aPage(4, { condition: 'needs-ocr', reason: 'no text layer' });

test.each([
  ['a digital report', [aPage(1), aPage(2)], null],
  ['one of which nothing was read', [unread], null],
  ['one page', [good], '1 of 1 page read from pictures by pp-ocrv4 (models-1)'],
  ['a page of low quality', [good, bad], '2 of 2 pages read from pictures by pp-ocrv4 (models-1), 1 of low quality'],
  [
    'two engines and an unread page',
    [other, good, unread, aPage(5)],
    '2 of 4 pages read from pictures by pp-ocrv4 (models-1), tesseract (chi_sim), 1 not read',
  ],
])('%s', (_, pages, line) => {
  expect(scannedPagesLine(countScannedPages(pages))).toBe(line);
});
