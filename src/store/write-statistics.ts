import type Database from 'better-sqlite3';
import type { ReportOwner } from './write-places.js';

/** One look at each table, with a condition a count. Cells that print nothing are no figures here. */
const STATISTICS = `
  INSERT INTO report_statistics (report_id, pages, pages_needing_ocr, pages_by_ocr, pages_low_quality, statements,
    figures, verified, consistent, unverified, disputed, repaired, unreadable, figures_from_image,
    errors, warnings, notes,
    checks_exact, checks_rounding, checks_violation, checks_not_applicable, checks_unresolved)
  SELECT :report, page.*, statement.*, figure.*, finding.*, check_.*
  FROM
    (SELECT count(*), total(condition = 'needs-ocr'), count(ocr_engine), total(ocr_low_quality = 1)
     FROM page WHERE report_id = :report) AS page,
    (SELECT count(*) FROM statement WHERE report_id = :report) AS statement,
    (SELECT count(*), total(status = 'verified'), total(status = 'consistent'), total(status = 'unverified'),
       total(status = 'disputed'), total(status = 'repaired'), total(reading = 'unreadable'), total(from_image = 1)
     FROM figure WHERE report_id = :report AND reading <> 'blank') AS figure,
    (SELECT total(severity = 'error'), total(severity = 'warning'), total(severity = 'note')
     FROM finding WHERE report_id = :report) AS finding,
    (SELECT total(outcome = 'exact'), total(outcome = 'rounding'), total(outcome = 'violation'),
       total(outcome = 'not-applicable'), total(outcome = 'unresolved')
     FROM check_result WHERE report_id = :report) AS check_`;

const FAMILIES = `
  INSERT INTO report_check_family (report_id, family, exact, rounding, violation, not_applicable, unresolved)
  SELECT report_id, substr(check_id, 1, instr(check_id, '/') - 1) AS family, sum(outcome = 'exact'),
    sum(outcome = 'rounding'), sum(outcome = 'violation'), sum(outcome = 'not-applicable'), sum(outcome = 'unresolved')
  FROM check_result
  WHERE report_id = :report AND instr(check_id, '/') > 0
  GROUP BY report_id, family`;

/**
 * Prepares the counting of a stored report, so that no question has to count millions of rows again
 * (docs/decisions/0021-statistics-and-streams.md). Runs at the end of the transaction of the report, when all of its rows are there.
 */
export function statisticsWriter(database: Database.Database): (report: ReportOwner) => void {
  const insertions = [STATISTICS, FAMILIES].map((sql) => database.prepare(sql));
  return ({ id }) => {
    for (const insertion of insertions) insertion.run({ report: id });
  };
}
