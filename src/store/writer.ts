import type Database from 'better-sqlite3';
import { z } from 'zod';
import type { VerifiedReport } from '../verify/check.js';
import { versionStands } from './program-version.js';
import { readRow } from './rows.js';
import { UnstorableReportError } from './store-error.js';
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
}

/** An earlier reading of the same bytes. */
export interface StoredReading {
  readonly id: number;
  readonly programVersion: string;
}

/** The reading of a file that the database holds, by the hash of its bytes. */
export function storedReading(database: Database.Database, sha256: string): StoredReading | undefined {
  const schema = z.object({ id: z.number(), programVersion: z.string() });
  return readRow(database, schema, 'SELECT id, program_version AS programVersion FROM report WHERE sha256 = ?', sha256);
}

/**
 * Prepares the writing of reports: a function that stores one report in one transaction, or nothing of it if anything
 * throws. A replaced report keeps its id; all its old rows go.
 * @throws UnstorableReportError where the report breaks the promises of its types
 */
export function reportWriter(
  database: Database.Database,
): (report: VerifiedReport, options: SaveOptions) => SaveOutcome {
  const remove = database.prepare('DELETE FROM report WHERE id = ?');
  const insertReport = database.prepare(
    `INSERT INTO report (id, sha256, file, format, kind, scope, fiscal_year, agency, region_code, region_name,
       program_version, imported_at)
     VALUES (:id, :sha256, :file, :format, :kind, :scope, :fiscalYear, :agency, :regionCode, :regionName,
       :programVersion, :importedAt)`,
  );
  const insertPage = database.prepare(
    `INSERT INTO page (report_id, number, width, height, condition, reason)
     VALUES (:reportId, :number, :width, :height, :condition, :reason)`,
  );
  const places = placeWriters(database);
  const writeSections = sectionWriter(database, places);
  const writeStatements = statementWriter(database, places);
  const writeQuantity = quantityWriter(database, places);
  const writeNarrative = narrativeWriter(database, places, writeQuantity);
  const writeEvaluations = evaluationWriter(database, places, writeQuantity);
  const writeOutcomes = outcomeWriter(database, places);

  function write(report: VerifiedReport, options: SaveOptions): SaveOutcome {
    const { source } = report;
    const earlier = storedReading(database, source.sha256);
    if (earlier && !options.force && versionStands(earlier.programVersion, options.programVersion)) return 'skipped';
    if (earlier) remove.run(earlier.id);
    const { lastInsertRowid } = insertReport.run({
      id: earlier?.id ?? null,
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
    });
    const owner = { id: Number(lastInsertRowid), file: source.file };
    for (const page of source.pages) insertPage.run({ reportId: owner.id, ...page });
    writeSections(owner, report.sections);
    const { statements, figures } = writeStatements(owner, report.statements);
    const ids = { figures, quantities: new Map<string, number>() };
    writeNarrative(owner, report, ids);
    writeEvaluations(owner, report.evaluations, statements, ids.quantities);
    writeOutcomes(owner, report, ids);
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

/** A broken rule of the database; `SQLITE_MISMATCH` and STRICT types count among them. */
function isConstraint(error: unknown): error is Error {
  return error instanceof Error && 'code' in error && /^SQLITE_(CONSTRAINT|MISMATCH)/.test(String(error.code));
}
