import type Database from 'better-sqlite3';
import type { OcrMode } from '../extract/ocr/ocr-mode.js';
import type { PageRecord } from '../normalize/report.js';
import type { VerifiedReport } from '../verify/check.js';
import { arrivalOf } from './arrivals.js';
import { derivedWriter } from './derived-tables.js';
import { UnstorableReportError } from './store-error.js';
import { readingStands, storedReading } from './stored-reading.js';
import { evaluationWriter } from './write-evaluations.js';
import { narrativeWriter } from './write-narrative.js';
import { outcomeWriter } from './write-outcomes.js';
import { placeWriters } from './write-places.js';
import { quantityWriter } from './write-quantities.js';
import { sectionWriter } from './write-sections.js';
import { statementWriter } from './write-statements.js';

/** What became of a report: new, already there, or put in the place of an earlier reading. */
export type SaveOutcome = 'stored' | 'skipped' | 'replaced';

export interface SaveOptions {
  /** Version of the reading program; an older reading of the same bytes is replaced. */
  readonly programVersion: string;
  /** Time of the import, ISO 8601. */
  readonly importedAt: string;
  /** Replace even what the same program has read. */
  readonly force: boolean;
  /** Which pages were read from their pictures; a reading that promises more replaces an earlier one, see `isCurrent`. */
  readonly ocr?: OcrMode;
}

/**
 * Prepares the writing of reports: a function that stores one report in one transaction, or nothing of it if anything
 * throws. Its id is the number under which its bytes were first met, and stays when it is replaced; all its old rows go.
 * @throws UnstorableReportError where the report breaks the promises of its types
 */
export function reportWriter(
  database: Database.Database,
): (report: VerifiedReport, options: SaveOptions) => SaveOutcome {
  const remove = database.prepare('DELETE FROM report WHERE id = ?');
  const insertReport = database.prepare(
    `INSERT INTO report (id, sha256, file, format, kind, scope, fiscal_year, agency, region_code, region_name,
       program_version, imported_at, ocr_mode)
     VALUES (:id, :sha256, :file, :format, :kind, :scope, :fiscalYear, :agency, :regionCode, :regionName,
       :programVersion, :importedAt, :ocrMode)`,
  );
  const insertPage = database.prepare(
    `INSERT INTO page (report_id, number, width, height, condition, reason, ocr_engine, ocr_model, ocr_dpi, ocr_turn, ocr_skew,
       ocr_low_quality)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  const places = placeWriters(database);
  const writeSections = sectionWriter(database, places);
  const writeStatements = statementWriter(database, places);
  const writeQuantity = quantityWriter(database, places);
  const writeNarrative = narrativeWriter(database, places, writeQuantity);
  const writeEvaluations = evaluationWriter(database, places, writeQuantity);
  const writeOutcomes = outcomeWriter(database, places);
  const writeDerived = derivedWriter(database);

  function write(report: VerifiedReport, options: SaveOptions): SaveOutcome {
    const { source } = report;
    const earlier = storedReading(database, source.sha256);
    if (earlier && !options.force && readingStands(earlier, options.programVersion, options.ocr)) return 'skipped';
    if (earlier) remove.run(earlier.id);
    const { lastInsertRowid } = insertReport.run({
      id: earlier?.id ?? arrivalOf(database, source.sha256),
      sha256: source.sha256,
      file: source.file,
      format: source.format,
      kind: report.kind,
      scope: report.scope,
      fiscalYear: report.fiscalYear,
      agency: report.agency?.name ?? null,
      regionCode: report.region?.code ?? null,
      regionName: report.region?.name ?? null,
      programVersion: options.programVersion,
      importedAt: options.importedAt,
      ocrMode: options.ocr ?? null,
    });
    const owner = { id: Number(lastInsertRowid), file: source.file };
    for (const page of source.pages) insertPage.run(owner.id, ...pageValues(page));
    writeSections(owner, report.sections);
    const { statements, figures } = writeStatements(owner, report.statements);
    const ids = { figures, quantities: new Map<string, number>() };
    writeNarrative(owner, report, ids);
    writeEvaluations(owner, report.evaluations, statements, ids.quantities);
    writeOutcomes(owner, report, ids);
    writeDerived(owner);
    return earlier ? 'replaced' : 'stored';
  }

  const transaction = database.transaction(write);
  return (report, options) => {
    try {
      return transaction.immediate(report, options);
    } catch (error) {
      if (!isConstraint(error)) throw error;
      throw new UnstorableReportError(report.source.file, 'database', 'values that keep its rules', error.message, {
        cause: error,
      });
    }
  };
}

/** The columns of a page; those of its OCR are all empty for a text layer. */
function pageValues({
  number,
  width,
  height,
  condition,
  reason,
  ocr,
}: PageRecord): readonly (string | number | null)[] {
  const read =
    ocr === undefined
      ? [null, null, null, null, null, null]
      : [ocr.engine, ocr.model, ocr.dpi, ocr.turn, ocr.skew, ocr.lowQuality ? 1 : 0];
  return [number, width, height, condition, reason, ...read];
}

/** A broken rule of the database; `SQLITE_MISMATCH` and STRICT types count among them. */
function isConstraint(error: unknown): error is Error {
  return error instanceof Error && 'code' in error && /^SQLITE_(CONSTRAINT|MISMATCH)/.test(String(error.code));
}
