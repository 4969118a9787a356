import type Database from 'better-sqlite3';
import { z } from 'zod';
import type { VerifiedReport } from '../verify/check.js';
import { readClaims } from './read-claims.js';
import { readEvaluations } from './read-evaluations.js';
import { readFacts } from './read-facts.js';
import { readChecks, readFindings } from './read-outcomes.js';
import { readPages } from './read-pages.js';
import { readQuantities } from './read-quantities.js';
import { readSections } from './read-sections.js';
import { readStatements } from './read-statements.js';
import { readRow } from './rows.js';

/** A stored report, all of it, as it was saved, with its number in the database. */
export interface StoredReport extends VerifiedReport {
  readonly id: number;
}

const reportSchema = z.object({
  file: z.string(),
  sha256: z.string(),
  format: z.enum(['pdf', 'text', 'image']),
  kind: z.enum(['final-accounts', 'budget']).nullable(),
  scope: z.enum(['department', 'unit']).nullable(),
  fiscalYear: z.number().nullable(),
  agency: z.string().nullable(),
  code: z.string().nullable(),
  name: z.string().nullable(),
});

/** Reads a stored report back, e.g. to compare it with another one; `undefined` where no report has the id. */
export function readStoredReport(database: Database.Database, reportId: number): StoredReport | undefined {
  const row = readRow(
    database,
    reportSchema,
    `SELECT file, sha256, format, kind, scope, fiscal_year AS fiscalYear, agency, region_code AS code, region_name AS name
     FROM report WHERE id = ?`,
    reportId,
  );
  if (row === undefined) return undefined;
  const { file, sha256, format, kind, scope, fiscalYear, agency, code, name } = row;
  const quantities = readQuantities(database, reportId);
  return {
    id: reportId,
    source: { file, sha256, format, pages: readPages(database, reportId) },
    kind,
    scope,
    fiscalYear,
    agency: agency === null ? null : { name: agency },
    region: code === null || name === null ? null : { code, name },
    sections: readSections(database, reportId),
    statements: readStatements(database, reportId),
    claims: readClaims(database, reportId, quantities),
    facts: readFacts(database, reportId, quantities),
    evaluations: readEvaluations(database, reportId, quantities),
    checks: readChecks(database, reportId).map(({ id: _id, evidence: _evidence, ...check }) => check),
    findings: readFindings(database, reportId).map(({ id: _id, evidence: _evidence, ...finding }) => finding),
  };
}
