/** The public interface of the package: read a report, keep it, ask. Everything else may change between versions. */
export { InputError, JuesuanError } from './errors.js';
export type { Box, Place } from './extract/place.js';
export type {
  Amount,
  ClassificationCode,
  Figure,
  FigureStatus,
  Finding,
  Report,
  Section,
  Statement,
  StatementKind,
  StatementRow,
} from './normalize/report.js';
export { PROGRAM_VERSION, readReport } from './pipeline.js';
export { type ReportJson, reportJsonSchema, toReportJson } from './report-json.js';
export { openStore, type Store } from './store/store.js';
export type { CheckResult, VerifiedReport } from './verify/check.js';
