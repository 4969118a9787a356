import { describe, expect, it } from 'vitest';
import type { OcrReading } from '../../src/extract/document.js';
import type { Finding } from '../../src/normalize/report.js';
import { withScanReserve } from '../../src/verify/scan-reserve.js';
import { aFigure, aPage, aPageOcr, aPlace, aReport, aRow, aStatement } from '../support/report-factory.js';

const read = (text: string, confidence: number, engine = 'first'): OcrReading => ({ engine, text, confidence });

/** A report with one figure on page 3, read as told; without readings it is digital. */
function reportWith(readings: readonly OcrReading[] | undefined) {
  const figure = aFigure(600_000, {
    places: [aPlace(3)],
    confidence: readings?.[0]?.confidence ?? null,
    ...(readings === undefined ? {} : { readings }),
  });
  const statement = aStatement('expenditure', [aRow('208', { total: figure })]);
  const page = readings === undefined ? aPage(3) : aPage(3, { ocr: aPageOcr() });
  const report = aReport({ statements: [statement] });
  return { ...report, source: { ...report.source, pages: [page] } };
}

function finding(severity: Finding['severity']): Finding {
  return { check: 'hierarchy/total', severity, message: '不等。', places: [], figures: ['0/0/total'] };
}

describe('a finding that rests on a figure', () => {
  it.each([
    ['of a text layer', undefined, 'error', 'error', false],
    ['that was read surely', [read('0.60', 0.97)], 'error', 'error', false],
    ['that was read with doubt', [read('0.60', 0.55)], 'error', 'warning', true],
    [
      'that two engines read alike, the first with doubt',
      [read('0.60', 0.55), read('0.60', 0.9, 'second')],
      'error',
      'warning',
      true,
    ],
    [
      'that another engine reads otherwise',
      [read('0.60', 0.97), read('0.00', 0.9, 'second')],
      'error',
      'warning',
      true,
    ],
    ['that was read with doubt, as a note', [read('0.60', 0.55)], 'note', 'note', false],
  ] as const)('%s', (_, readings, severity, expected, reserved) => {
    const [told] = withScanReserve(reportWith(readings), [finding(severity)]);
    expect(told?.severity).toBe(expected);
    expect(told?.message.includes('第3页由图像识别（OCR）读出')).toBe(reserved);
  });
});
