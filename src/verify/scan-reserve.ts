import type { Figure, Quantity } from '../normalize/printed.js';
import { quantitiesOf } from '../normalize/quantities.js';
import type { Finding, Report } from '../normalize/report.js';
import { isAgreed, secondReading } from './agreement.js';
import { isFromImage } from './confirmation.js';
import { confusions } from './repair/confusions.js';

/**
 * The findings with a reservation where a number that they rest on was read from a picture and is not sure: it says which pages to look at,
 * and an error, which says that the report contradicts itself, becomes a warning. Findings of text layers stay as they are.
 */
export function withScanReserve(report: Report, findings: readonly Finding[]): readonly Finding[] {
  if (!report.source.pages.some((page) => page.ocr !== undefined)) return findings;
  const numbers = numbersOf(report);
  return findings.map((finding) => {
    const unsure = finding.figures.flatMap((path) => {
      const number = numbers.get(path);
      return number !== undefined && isUnsure(number) ? [number] : [];
    });
    if (unsure.length === 0 || finding.severity === 'note') return finding;
    const pages = new Set(unsure.flatMap(({ places }) => places.map(({ page }) => page)));
    const where = [...pages].sort((a, b) => a - b).join('、');
    const message = `${finding.message}（第${where}页由图像识别（OCR）读出，其中有没有把握的数字，引用前请对照原页。）`;
    return { ...finding, severity: 'warning', message };
  });
}

/** Whether a number of a picture was read with doubt: by one engine without certainty, or otherwise by another. */
function isUnsure(number: Figure | Quantity): boolean {
  if (!isFromImage(number) || number.reading === 'blank' || number.status === 'repaired') return false;
  if ((number.confidence ?? 0) < confusions().acceptance.sureFrom) return true;
  const readings = 'measure' in number ? [] : (number.readings ?? []);
  return secondReading(readings) !== undefined && !isAgreed(readings);
}

function numbersOf(report: Report): ReadonlyMap<string, Figure | Quantity> {
  const figures = report.statements.flatMap((statement, at) =>
    statement.rows.flatMap((row, index) =>
      Object.entries(row.figures).map(([column, figure]) => [`${at}/${index}/${column}`, figure] as const),
    ),
  );
  return new Map<string, Figure | Quantity>([...figures, ...quantitiesOf(report)]);
}
