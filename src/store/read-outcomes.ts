import type Database from 'better-sqlite3';
import { z } from 'zod';
import type { Place } from '../extract/place.js';
import type { Measure } from '../normalize/printed.js';
import { DIAGNOSES, type FigureStatus, type Finding } from '../normalize/report.js';
import type { CheckResult } from '../verify/check.js';
import { placeSchema, readPlaces, toPlace } from './read-places.js';
import { byOwner, readRows } from './rows.js';

/**
 * A number as evidence: what it is, what it says, and where it is printed (its first place). A cell of a statement, or a quantity of the
 * prose or of an evaluation.
 */
export interface EvidenceFigure extends Place {
  readonly kind: 'figure' | 'quantity';
  readonly id: number;
  /** `<statement>/<row>/<column key>`, indexes from 0; of a quantity see `normalize/quantities.ts`. */
  readonly path: string;
  /** Title of the statement; of a quantity the heading of its section, or the project that was evaluated. */
  readonly statement: string;
  readonly label: string;
  /** Header of the column; of a quantity its role ('amount', 'percent', 'score'). */
  readonly header: string;
  readonly printed: string;
  /** Unit as printed; of a figure that of its statement, `null` where none is printed. */
  readonly unit: string | null;
  readonly measure: Measure;
  readonly amountFen: number | null;
  /** The value as a decimal number: yuan for money, else in the printed unit. */
  readonly decimal: string | null;
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
  const evidence = readEvidence(database, 'check_result', 'check', reportId);
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
  const evidence = readEvidence(database, 'finding', 'finding', reportId);
  const places = readPlaces(database, 'finding', reportId);
  return rows.map(({ diagnosis, ...row }) => ({
    ...row,
    ...(diagnosis === null ? {} : { diagnosis }),
    places: places.get(row.id) ?? [],
    ...evidenceOf(evidence, row.id),
  }));
}

const evidenceSchema = placeSchema.extend({
  owner: z.number(),
  ordinal: z.number(),
  kind: z.enum(['figure', 'quantity']),
  id: z.number(),
  path: z.string(),
  statement: z.string(),
  label: z.string(),
  header: z.string(),
  printed: z.string(),
  unit: z.string().nullable(),
  measure: z.enum(['money', 'percent', 'count', 'score']),
  amountFen: z.number().nullable(),
  decimal: z.string().nullable(),
  status: z.enum(['verified', 'consistent', 'unverified', 'disputed', 'repaired']),
});

type Evidence = ReadonlyMap<number, readonly EvidenceFigure[]>;

/** The numbers of each check or finding in the order in which they were named, figures and quantities together. */
function readEvidence(
  database: Database.Database,
  owner: 'check_result' | 'finding',
  prefix: 'check' | 'finding',
  reportId: number,
): Evidence {
  const rows = readRows(
    database,
    evidenceSchema,
    `SELECT
       link.${owner}_id AS owner, link.ordinal, 'figure' AS kind, cell.figure_id AS id,
       statement.ordinal || '/' || row_.ordinal || '/' || cell.column_key AS path,
       statement.title AS statement, row_.label, cell.header, cell.printed, statement.unit, 'money' AS measure,
       cell.amount_fen AS amountFen, cell.amount_yuan AS decimal, cell.status,
       cell.page, cell.box_left, cell.box_top, cell.box_right, cell.box_bottom
     FROM ${owner} AS owner
     JOIN ${prefix}_figure AS link ON link.${owner}_id = owner.id
     JOIN v_cell AS cell ON cell.figure_id = link.figure_id
     JOIN statement_row AS row_ ON row_.id = cell.row_id
     JOIN statement ON statement.id = row_.statement_id
     WHERE owner.report_id = :report
     UNION ALL
     SELECT
       link.${owner}_id, link.ordinal, 'quantity', stated.quantity_id, stated.quantity_path, stated.source_title,
       stated.label, stated.role, stated.printed, stated.unit, stated.measure,
       iif(stated.measure = 'money', stated.value, NULL), stated.decimal, stated.status,
       stated.page, stated.box_left, stated.box_top, stated.box_right, stated.box_bottom
     FROM ${owner} AS owner
     JOIN ${prefix}_quantity AS link ON link.${owner}_id = owner.id
     JOIN v_quantity AS stated ON stated.quantity_id = link.quantity_id
     WHERE owner.report_id = :report
     ORDER BY 1, 2`,
    { report: reportId },
  );
  return byOwner(
    rows,
    ({ owner: _owner, ordinal: _ordinal, page, box_left, box_top, box_right, box_bottom, ...row }) => ({
      ...row,
      ...toPlace({ page, box_left, box_top, box_right, box_bottom }),
    }),
  );
}

function evidenceOf(evidence: Evidence, owner: number): Pick<StoredCheck, 'figures' | 'evidence'> {
  const found = evidence.get(owner) ?? [];
  return { figures: found.map(({ path }) => path), evidence: found };
}
