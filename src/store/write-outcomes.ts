import type Database from 'better-sqlite3';
import type { Finding } from '../normalize/report.js';
import type { CheckResult, VerifiedReport } from '../verify/check.js';
import { type NumberId, type NumberIds, numberAt } from './number-ids.js';
import { wholeFen } from './whole-number.js';
import type { PlaceOwner, ReportOwner, WritePlaces } from './write-places.js';

/** Prepares the writing of check results and findings. Runs inside the transaction of the report. */
export function outcomeWriter(
  database: Database.Database,
  places: Readonly<Record<PlaceOwner, WritePlaces>>,
): (report: ReportOwner, outcomes: Pick<VerifiedReport, 'checks' | 'findings'>, ids: NumberIds) => void {
  const insertCheck = database.prepare(
    `INSERT INTO check_result (report_id, ordinal, check_id, subject, outcome, measure, left_text, right_text,
       left_fen, right_fen, gap_fen, slack_fen)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  const insertFinding = database.prepare(
    'INSERT INTO finding (report_id, ordinal, check_id, severity, message, diagnosis) VALUES (?, ?, ?, ?, ?, ?)',
  );
  const linkCheck = linkWriter(database, 'check', 'check_result');
  const linkFinding = linkWriter(database, 'finding', 'finding');

  function writeCheck(report: ReportOwner, ordinal: number, result: CheckResult, ids: NumberIds): void {
    const where = `check ${ordinal} (${result.check}: ${result.subject})`;
    const { lastInsertRowid } = insertCheck.run(
      report.id,
      ordinal,
      result.check,
      result.subject,
      result.outcome,
      result.measure,
      result.left,
      result.right,
      wholeFen(report, where, result.leftFen),
      wholeFen(report, where, result.rightFen),
      wholeFen(report, where, result.gapFen),
      result.slackFen,
    );
    for (const [at, path] of result.figures.entries()) {
      linkCheck(Number(lastInsertRowid), at, numberAt(report, where, path, ids));
    }
  }

  function writeFinding(report: ReportOwner, ordinal: number, finding: Finding, ids: NumberIds): void {
    const where = `finding ${ordinal} (${finding.check})`;
    const { check, severity, message, diagnosis = null } = finding;
    const row = insertFinding.run(report.id, ordinal, check, severity, message, diagnosis);
    const id = Number(row.lastInsertRowid);
    places.finding(report, id, finding.places);
    for (const [at, path] of finding.figures.entries()) linkFinding(id, at, numberAt(report, where, path, ids));
  }

  return (report, { checks, findings }, ids) => {
    for (const [ordinal, result] of checks.entries()) writeCheck(report, ordinal, result, ids);
    for (const [ordinal, finding] of findings.entries()) writeFinding(report, ordinal, finding, ids);
  };
}

/** Links a check or a finding to a number: figures and quantities have a table each, and count their ordinals together. */
function linkWriter(
  database: Database.Database,
  prefix: 'check' | 'finding',
  owner: 'check_result' | 'finding',
): (ownerId: number, ordinal: number, number: NumberId) => void {
  const insert = (kind: NumberId['kind']) =>
    database.prepare(`INSERT INTO ${prefix}_${kind} (${owner}_id, ordinal, ${kind}_id) VALUES (?, ?, ?)`);
  const statements = { figure: insert('figure'), quantity: insert('quantity') };
  return (ownerId, ordinal, { kind, id }) => {
    statements[kind].run(ownerId, ordinal, id);
  };
}
