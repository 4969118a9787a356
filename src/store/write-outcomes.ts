import type Database from 'better-sqlite3';
import type { Finding } from '../normalize/report.js';
import type { CheckResult, VerifiedReport } from '../verify/check.js';
import { UnstorableReportError } from './store-error.js';
import { wholeFen } from './write-figures.js';
import type { PlaceOwner, ReportOwner, WritePlaces } from './write-places.js';
import type { FigureIds } from './write-statements.js';

/** Prepares the writing of check results and findings. Runs inside the transaction of the report. */
export function outcomeWriter(
  database: Database.Database,
  places: Readonly<Record<PlaceOwner, WritePlaces>>,
): (report: ReportOwner, outcomes: Pick<VerifiedReport, 'checks' | 'findings'>, figureIds: FigureIds) => void {
  const insertCheck = database.prepare(
    `INSERT INTO check_result (report_id, ordinal, check_id, subject, outcome, measure, left_text, right_text,
       left_fen, right_fen, gap_fen, slack_fen)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  const insertFinding = database.prepare(
    'INSERT INTO finding (report_id, ordinal, check_id, severity, message, diagnosis) VALUES (?, ?, ?, ?, ?, ?)',
  );
  const insertCheckFigure = database.prepare(
    'INSERT INTO check_figure (check_result_id, ordinal, figure_id) VALUES (?, ?, ?)',
  );
  const insertFindingFigure = database.prepare(
    'INSERT INTO finding_figure (finding_id, ordinal, figure_id) VALUES (?, ?, ?)',
  );

  function writeCheck(report: ReportOwner, ordinal: number, result: CheckResult, figureIds: FigureIds): void {
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
      insertCheckFigure.run(lastInsertRowid, at, figureAt(report, where, path, figureIds));
    }
  }

  function writeFinding(report: ReportOwner, ordinal: number, finding: Finding, figureIds: FigureIds): void {
    const where = `finding ${ordinal} (${finding.check})`;
    const { check, severity, message, diagnosis = null } = finding;
    const row = insertFinding.run(report.id, ordinal, check, severity, message, diagnosis);
    const id = Number(row.lastInsertRowid);
    places.finding(report, id, finding.places);
    for (const [at, path] of finding.figures.entries()) {
      insertFindingFigure.run(id, at, figureAt(report, where, path, figureIds));
    }
  }

  return (report, { checks, findings }, figureIds) => {
    for (const [ordinal, result] of checks.entries()) writeCheck(report, ordinal, result, figureIds);
    for (const [ordinal, finding] of findings.entries()) writeFinding(report, ordinal, finding, figureIds);
  };
}

function figureAt(report: ReportOwner, where: string, path: string, figureIds: FigureIds): number {
  const id = figureIds.get(path);
  if (id !== undefined) return id;
  throw new UnstorableReportError(report.file, where, 'the path of a figure, <statement>/<row>/<column key>', path);
}
