import { UnstorableReportError } from './store-error.js';
import type { ReportOwner } from './write-places.js';

/**
 * An integer as the database keeps it. SQLite would take NaN for NULL, which would make a slip of the program look like a
 * cell that could not be read.
 * @throws UnstorableReportError for what is not a whole number of `unit`
 */
export function wholeNumber(report: ReportOwner, where: string, value: number | null, unit: string): number | null {
  if (value === null || Number.isSafeInteger(value)) return value;
  throw new UnstorableReportError(report.file, where, `a whole number of ${unit}`, String(value));
}

/** Money in fen, see {@link wholeNumber}. */
export function wholeFen(report: ReportOwner, where: string, fen: number | null): number | null {
  return wholeNumber(report, where, fen, 'fen');
}
