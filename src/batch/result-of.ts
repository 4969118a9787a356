import type { VerifiedReport } from '../verify/check.js';
import type { ImportResult } from './job.js';

/** What was made of a report that `save` stores. */
export function resultOf(
  report: VerifiedReport,
  save: (report: VerifiedReport) => ImportResult['outcome'],
): ImportResult {
  const { pages } = report.source;
  const read = pages.flatMap(({ ocr }) => (ocr === undefined ? [] : [ocr.engine]));
  return {
    outcome: save(report),
    pages: pages.length,
    ocrPages: read.length,
    engine: [...new Set(read)].join(', ') || null,
    statements: report.statements.length,
    findings: report.findings.length,
  };
}
