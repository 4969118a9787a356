import type Database from 'better-sqlite3';
import { z } from 'zod';
import { readRows } from './rows.js';

const summarySchema = z.object({
  id: z.number(),
  file: z.string(),
  sha256: z.string(),
  agency: z.string().nullable(),
  kind: z.enum(['final-accounts', 'budget']).nullable(),
  scope: z.enum(['department', 'unit']).nullable(),
  fiscalYear: z.number().nullable(),
  /** Name of the division. */
  region: z.string().nullable(),
  pages: z.number(),
  /** Pages read from their pictures, and of these the ones of low quality. */
  pagesByOcr: z.number(),
  pagesOfLowQuality: z.number(),
  /** Pages that could not be read. */
  pagesUnread: z.number(),
  /** What read the pictures: "engine (model)", several with commas; `null` where nothing did. */
  ocrEngines: z.string().nullable(),
  /** 1 for the newest version of a report that was published again with other bytes, and for every other report; 0 for one that was replaced. */
  isCurrent: z.number(),
  /** The version that this one replaces, and the one by which it is replaced; `null` where there is none. */
  replaces: z.number().nullable(),
  replacedBy: z.number().nullable(),
  statements: z.number(),
  figures: z.number(),
  verified: z.number(),
  consistent: z.number(),
  unverified: z.number(),
  disputed: z.number(),
  repaired: z.number(),
  errors: z.number(),
  warnings: z.number(),
  notes: z.number(),
});

/** A stored report in one line: what it is, how much was read and by what, how many figures have which status (cells that print nothing not counted), its findings. */
export type ReportSummary = Readonly<z.infer<typeof summarySchema>>;

/** The counts were made when the report was stored (seeds/database/derived/report_statistics.sql). */
const SUMMARIES = `
  SELECT
    report.id, file, sha256, agency, kind, scope, fiscal_year AS fiscalYear, region_name AS region,
    is_current AS isCurrent, replaces,
    (SELECT later.id FROM report AS later WHERE later.replaces = report.id) AS replacedBy,
    pages, pages_by_ocr AS pagesByOcr, pages_low_quality AS pagesOfLowQuality, pages_needing_ocr AS pagesUnread,
    CASE WHEN pages_by_ocr > 0 THEN (SELECT group_concat(reader, ', ') FROM (
      SELECT DISTINCT ocr_engine || ' (' || ocr_model || ')' AS reader FROM page
      WHERE page.report_id = report.id AND ocr_engine IS NOT NULL ORDER BY reader
    )) END AS ocrEngines,
    statements, figures, verified, consistent, unverified, disputed, repaired, errors, warnings, notes
  FROM report
  JOIN report_statistics ON report_statistics.report_id = report.id`;

/** All stored reports, or those of these bytes only, in the order of their first import. */
export function readSummaries(database: Database.Database, sha256?: readonly string[]): readonly ReportSummary[] {
  if (sha256 === undefined) return readRows(database, summarySchema, `${SUMMARIES} ORDER BY report.id`);
  const chosen = `${SUMMARIES} WHERE sha256 IN (SELECT value FROM json_each(?)) ORDER BY report.id`;
  return readRows(database, summarySchema, chosen, JSON.stringify(sha256));
}
