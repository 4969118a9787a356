import type Database from 'better-sqlite3';
import { z } from 'zod';
import type { Place } from '../extract/place.js';
import { DIAGNOSES, type FigureStatus, type Finding } from '../normalize/report.js';
import type { CheckResult } from '../verify/check.js';
import { readRows } from './rows.js';

/** A figure as evidence: what it is, what it says, and where it is printed (its first place). */
export interface EvidenceFigure extends Place {
  readonly id: number;
  /** `<statement>/<row>/<column key>`, indexes from 0. */
  readonly path: string;
  readonly statement: string;
  readonly label: string;
  readonly header: string;
  readonly printed: string;
  readonly amountFen: number | null;
  readonly status: FigureStatus;
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
  measure: z.enum(['money', 'percent', 'count', 'score']),
  left: z.string().nullable(),
  right: z.string().nullable(),
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
    `SELECT id, check_id AS "check", subject, outcome, measure, left_text AS "left", right_text AS "right",
       left_fen AS leftFen, right_fen AS rightFen, gap_fen AS gapFen, slack_fen AS slackFen
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
  diagnosis: z.enum(DIAGNOSES).nullable(),
});

/** Every finding of a report in its order, with all places of its evidence. */
export function readFindings(database: Database.Database, reportId: number): readonly StoredFinding[] {
  const rows = readRows(
    database,
    findingSchema,
    'SELECT id, check_id AS "check", severity, message, diagnosis FROM finding WHERE report_id = ? ORDER BY ordinal',
    reportId,
  );
  const evidence = readEvidence(database, 'finding', 'finding_figure', reportId);
  const places = readFindingPlaces(database, reportId);
  return rows.map(({ diagnosis, ...row }) => ({
    ...row,
    ...(diagnosis === null ? {} : { diagnosis }),
    places: places.get(row.id) ?? [],
    ...evidenceOf(evidence, row.id),
  }));
}

const placeSchema = z.object({
  owner: z.number(),
  page: z.number(),
  box_left: z.number().nullable(),
  box_top: z.number().nullable(),
  box_right: z.number().nullable(),
  box_bottom: z.number().nullable(),
});

function toPlace(row: z.infer<typeof placeSchema>): Place {
  const { page, box_left: left, box_top: top, box_right: right, box_bottom: bottom } = row;
  const boxed = left !== null && top !== null && right !== null && bottom !== null;
  return { page, box: boxed ? { left, top, right, bottom } : null };
}

function readFindingPlaces(database: Database.Database, reportId: number): ReadonlyMap<number, readonly Place[]> {
  const rows = readRows(
    database,
    placeSchema,
    `SELECT finding_id AS owner, page, box_left, box_top, box_right, box_bottom
     FROM finding_place WHERE report_id = ? ORDER BY finding_id, ordinal`,
    reportId,
  );
  return byOwner(rows, toPlace);
}

const evidenceSchema = placeSchema.extend({
  id: z.number(),
  path: z.string(),
  statement: z.string(),
  label: z.string(),
  header: z.string(),
  printed: z.string(),
  amountFen: z.number().nullable(),
  status: z.enum(['verified', 'consistent', 'unverified', 'disputed', 'repaired']),
});

type Evidence = ReadonlyMap<number, readonly EvidenceFigure[]>;

function readEvidence(
  database: Database.Database,
  owner: 'check_result' | 'finding',
  link: 'check_figure' | 'finding_figure',
  reportId: number,
): Evidence {
  const rows = readRows(
    database,
    evidenceSchema,
    `SELECT
       link.${owner}_id AS owner, cell.figure_id AS id,
       statement.ordinal || '/' || row_.ordinal || '/' || cell.column_key AS path,
       statement.title AS statement, row_.label, cell.header, cell.printed, cell.amount_fen AS amountFen, cell.status,
       cell.page, cell.box_left, cell.box_top, cell.box_right, cell.box_bottom
     FROM ${owner} AS owner
     JOIN ${link} AS link ON link.${owner}_id = owner.id
     JOIN v_cell AS cell ON cell.figure_id = link.figure_id
     JOIN statement_row AS row_ ON row_.id = cell.row_id
     JOIN statement ON statement.id = row_.statement_id
     WHERE owner.report_id = ?
     ORDER BY link.${owner}_id, link.ordinal`,
    reportId,
  );
  return byOwner(rows, (row) => {
    const { id, path, statement, label, header, printed, amountFen, status } = row;
    return { id, path, statement, label, header, printed, amountFen, status, ...toPlace(row) };
  });
}

function evidenceOf(evidence: Evidence, owner: number): Pick<StoredCheck, 'figures' | 'evidence'> {
  const found = evidence.get(owner) ?? [];
  return { figures: found.map(({ path }) => path), evidence: found };
}

function byOwner<Row extends { readonly owner: number }, Value>(
  rows: readonly Row[],
  value: (row: Row) => Value,
): ReadonlyMap<number, readonly Value[]> {
  const groups = new Map<number, Value[]>();
  for (const row of rows) {
    const group = groups.get(row.owner);
    if (group) group.push(value(row));
    else groups.set(row.owner, [value(row)]);
  }
  return groups;
}
