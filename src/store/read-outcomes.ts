import type Database from 'better-sqlite3';
import { z } from 'zod';
import type { Finding } from '../normalize/report.js';
import type { CheckResult } from '../verify/check.js';
import { readRows } from './rows.js';

/** A figure as evidence: what it is, what it says, and where it is printed (its first place). */
export interface EvidenceFigure {
  readonly id: number;
  /** `<statement>/<row>/<column key>`, indexes from 0. */
  readonly path: string;
  readonly statement: string;
  readonly label: string;
  readonly header: string;
  readonly printed: string;
  readonly amountFen: number | null;
  readonly status: string;
  readonly page: number;
  /** Left, top, right, bottom in points; `null` in a text dump. */
  readonly box: readonly [number, number, number, number] | null;
}

/** A check result of a stored report with the figures that took part, the left side first. */
export interface StoredCheck extends CheckResult {
  readonly id: number;
  readonly evidence: readonly EvidenceFigure[];
}

/** A finding of a stored report with the figures it concerns. */
export interface StoredFinding extends Finding {
  readonly id: number;
  readonly evidence: readonly EvidenceFigure[];
}

const checkSchema = z.object({
  id: z.number(),
  check: z.string(),
  subject: z.string(),
  outcome: z.enum(['exact', 'rounding', 'violation', 'not-applicable', 'unresolved']),
  leftFen: z.number().nullable(),
  rightFen: z.number().nullable(),
  gapFen: z.number().nullable(),
  slackFen: z.number().nullable(),
});

/** Every check of a report in the order of evaluation. Money in fen. */
export function readChecks(database: Database.Database, reportId: number): readonly StoredCheck[] {
  const rows = readRows(
    database,
    checkSchema,
    `SELECT id, check_id AS "check", subject, outcome, left_fen AS leftFen, right_fen AS rightFen, gap_fen AS gapFen,
       slack_fen AS slackFen
     FROM check_result WHERE report_id = ? ORDER BY ordinal`,
    reportId,
  );
  const evidence = readEvidence(database, 'check_result', 'check_figure', reportId);
  return rows.map((row) => ({ ...row, ...evidenceOf(evidence, row.id) }));
}

const findingSchema = z.object({
  id: z.number(),
  check: z.string(),
  severity: z.enum(['error', 'warning', 'note']),
  message: z.string(),
});

/** Every finding of a report in its order, with all places of its evidence. */
export function readFindings(database: Database.Database, reportId: number): readonly StoredFinding[] {
  const rows = readRows(
    database,
    findingSchema,
    'SELECT id, check_id AS "check", severity, message FROM finding WHERE report_id = ? ORDER BY ordinal',
    reportId,
  );
  const places = Map.groupBy(readFindingPlaces(database, reportId), ({ owner }) => owner);
  const evidence = readEvidence(database, 'finding', 'finding_figure', reportId);
  return rows.map((row) => ({
    ...row,
    ...evidenceOf(evidence, row.id),
    places: (places.get(row.id) ?? []).map(({ page, box }) => ({
      page,
      box: box && { left: box[0], top: box[1], right: box[2], bottom: box[3] },
    })),
  }));
}
