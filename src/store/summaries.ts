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

/** `chosen`: a condition on `report_id`, so that the figures of the others are not counted in vain. */
const summaries = (chosen: string): string => `
  WITH
  figures AS (
    SELECT
      report_id,
      count(*) AS figures,
      sum(status = 'verified') AS verified,
      sum(status = 'consistent') AS consistent,
      sum(status = 'unverified') AS unverified,
      sum(status = 'disputed') AS disputed,
      sum(status = 'repaired') AS repaired
    FROM figure WHERE reading <> 'blank' AND ${chosen} GROUP BY report_id
  ),
  findings AS (
    SELECT
      report_id,
      sum(severity = 'error') AS errors,
      sum(severity = 'warning') AS warnings,
      sum(severity = 'note') AS notes
    FROM finding WHERE ${chosen} GROUP BY report_id
  )
  SELECT
    report.id, file, sha256, agency, kind, scope, fiscal_year AS fiscalYear, region_name AS region,
    is_current AS isCurrent, replaces,
    (SELECT later.id FROM report AS later WHERE later.replaces = report.id) AS replacedBy,
    (SELECT count(*) FROM page WHERE page.report_id = report.id) AS pages,
    (SELECT count(*) FROM page WHERE page.report_id = report.id AND ocr_engine IS NOT NULL) AS pagesByOcr,
    (SELECT count(*) FROM page WHERE page.report_id = report.id AND ocr_low_quality = 1) AS pagesOfLowQuality,
    (SELECT count(*) FROM page WHERE page.report_id = report.id AND condition = 'needs-ocr') AS pagesUnread,
    (SELECT group_concat(reader, ', ') FROM (
      SELECT DISTINCT ocr_engine || ' (' || ocr_model || ')' AS reader FROM page
      WHERE page.report_id = report.id AND ocr_engine IS NOT NULL ORDER BY reader
    )) AS ocrEngines,
    (SELECT count(*) FROM statement WHERE statement.report_id = report.id) AS statements,
    ifnull(figures, 0) AS figures, ifnull(verified, 0) AS verified, ifnull(consistent, 0) AS consistent,
    ifnull(unverified, 0) AS unverified, ifnull(disputed, 0) AS disputed, ifnull(repaired, 0) AS repaired,
    ifnull(errors, 0) AS errors, ifnull(warnings, 0) AS warnings, ifnull(notes, 0) AS notes
  FROM report
  LEFT JOIN figures ON figures.report_id = report.id
  LEFT JOIN findings ON findings.report_id = report.id
  WHERE ${chosen.replace('report_id', 'report.id')}
  ORDER BY report.id`;

const NAMED = 'report_id IN (SELECT id FROM report WHERE sha256 IN (SELECT value FROM json_each(?)))';

/** Stored reports in the order of their first import: all, or those with these hashes. */
export function readSummaries(database: Database.Database, hashes?: readonly string[]): readonly ReportSummary[] {
  if (hashes === undefined) return readRows(database, summarySchema, summaries('true'));
  const named = JSON.stringify(hashes);
  return readRows(database, summarySchema, summaries(NAMED), named, named, named);
}
