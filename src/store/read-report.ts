import type Database from 'better-sqlite3';
import { z } from 'zod';
import type { Report, Statement } from '../normalize/report.js';
import { STATEMENT_KINDS } from '../normalize/report.js';
import { readClaims } from './read-claims.js';
import { readPlaces } from './read-places.js';
import { readStatementRows } from './read-statement-rows.js';
import { byOwner, readRows } from './rows.js';

/** A stored report as far as comparisons between reports need it. */
export interface StoredReport
  extends Pick<Report, 'kind' | 'scope' | 'fiscalYear' | 'agency' | 'region' | 'statements' | 'claims'> {
  readonly id: number;
  readonly source: { readonly file: string; readonly sha256: string };
}

const reportSchema = z.object({
  id: z.number(),
  file: z.string(),
  sha256: z.string(),
  kind: z.enum(['final-accounts', 'budget']).nullable(),
  scope: z.enum(['department', 'unit']).nullable(),
  fiscal_year: z.number().nullable(),
  agency: z.string().nullable(),
  region_code: z.string().nullable(),
  region_name: z.string().nullable(),
});

/** A stored report: identity, statements and claims with all their numbers and places. The id must be that of a report. */
export function readStoredReport(database: Database.Database, reportId: number): StoredReport {
  const [row] = readRows(
    database,
    reportSchema,
    `SELECT id, file, sha256, kind, scope, fiscal_year, agency, region_code, region_name FROM report WHERE id = ?`,
    reportId,
  );
  if (row === undefined) throw new Error(`no report ${reportId}`);
  const { id, file, sha256, kind, scope, fiscal_year: fiscalYear, agency, region_code: code, region_name: name } = row;
  return {
    id,
    source: { file, sha256 },
    kind,
    scope,
    fiscalYear,
    agency: agency === null ? null : { name: agency },
    region: code === null || name === null ? null : { code, name },
    statements: readStatements(database, reportId),
    claims: readClaims(database, reportId),
  };
}

const statementSchema = z.object({
  id: z.number(),
  kind: z.enum(STATEMENT_KINDS),
  title: z.string(),
  unit: z.string().nullable(),
  declared_empty: z.number(),
});

const columnSchema = z.object({
  owner: z.number(),
  key: z.string(),
  header: z.string(),
  phase: z.enum(['approved', 'adjusted', 'executed']).nullable(),
  panel: z.enum(['revenue', 'expenditure']).nullable(),
});

/** The statements of a report in their order. The raw cells of unknown tables are left out: nothing compares them. */
function readStatements(database: Database.Database, reportId: number): readonly Statement[] {
  const statements = readRows(
    database,
    statementSchema,
    'SELECT id, kind, title, unit, declared_empty FROM statement WHERE report_id = ? ORDER BY ordinal',
    reportId,
  );
  const columns = byOwner(
    readRows(
      database,
      columnSchema,
      `SELECT statement_id AS owner, column_key AS "key", header, phase, panel FROM statement_column
       WHERE statement_id IN (SELECT id FROM statement WHERE report_id = ?) ORDER BY statement_id, ordinal`,
      reportId,
    ),
    ({ owner: _owner, ...column }) => column,
  );
  const pages = byOwner(
    readRows(
      database,
      z.object({ owner: z.number(), page: z.number() }),
      'SELECT statement_id AS owner, page FROM statement_page WHERE report_id = ? ORDER BY statement_id, ordinal',
      reportId,
    ),
    ({ page }) => page,
  );
  const notes = byOwner(
    readRows(
      database,
      z.object({ owner: z.number(), text: z.string() }),
      `SELECT statement_id AS owner, text FROM statement_note
       WHERE statement_id IN (SELECT id FROM statement WHERE report_id = ?) ORDER BY statement_id, ordinal`,
      reportId,
    ),
    ({ text }) => text,
  );
  const places = readPlaces(database, 'statement', reportId);
  const rows = readStatementRows(database, reportId);
  return statements.map(({ id, kind, title, unit, declared_empty }) => ({
    kind,
    title,
    unit,
    pages: pages.get(id) ?? [],
    places: places.get(id) ?? [],
    declaredEmpty: declared_empty === 1,
    columns: columns.get(id) ?? [],
    rows: rows.get(id) ?? [],
    notes: notes.get(id) ?? [],
    cells: [],
  }));
}
