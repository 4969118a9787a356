-- What the named queries count of every report, counted once: when the report is stored (src/store/write-statistics.ts). Reports that are
-- here already are counted below (docs/decisions/0021-statistics-and-streams.md).

CREATE TABLE report_statistics (
  report_id INTEGER PRIMARY KEY REFERENCES report (id) ON DELETE CASCADE,
  pages INTEGER NOT NULL,
  pages_needing_ocr INTEGER NOT NULL,
  pages_by_ocr INTEGER NOT NULL,
  pages_low_quality INTEGER NOT NULL,
  statements INTEGER NOT NULL,
  figures INTEGER NOT NULL,
  verified INTEGER NOT NULL,
  consistent INTEGER NOT NULL,
  unverified INTEGER NOT NULL,
  disputed INTEGER NOT NULL,
  repaired INTEGER NOT NULL,
  unreadable INTEGER NOT NULL,
  figures_from_image INTEGER NOT NULL,
  errors INTEGER NOT NULL,
  warnings INTEGER NOT NULL,
  notes INTEGER NOT NULL,
  checks_exact INTEGER NOT NULL,
  checks_rounding INTEGER NOT NULL,
  checks_violation INTEGER NOT NULL,
  checks_not_applicable INTEGER NOT NULL,
  checks_unresolved INTEGER NOT NULL
) STRICT;

-- Evaluations of a family of checks (what stands before the slash of the check's name) by their outcome.
CREATE TABLE report_check_family (
  report_id INTEGER NOT NULL REFERENCES report (id) ON DELETE CASCADE,
  family TEXT NOT NULL,
  exact INTEGER NOT NULL,
  rounding INTEGER NOT NULL,
  violation INTEGER NOT NULL,
  not_applicable INTEGER NOT NULL,
  unresolved INTEGER NOT NULL,
  PRIMARY KEY (report_id, family)
) STRICT, WITHOUT ROWID;

-- First by check and outcome, which are in the order of an index, so that sixteen million evaluations need not be sorted.
INSERT INTO report_check_family
SELECT
  report_id,
  substr(check_id, 1, instr(check_id, '/') - 1) AS family,
  sum(iif(outcome = 'exact', evaluations, 0)),
  sum(iif(outcome = 'rounding', evaluations, 0)),
  sum(iif(outcome = 'violation', evaluations, 0)),
  sum(iif(outcome = 'not-applicable', evaluations, 0)),
  sum(iif(outcome = 'unresolved', evaluations, 0))
FROM (SELECT report_id, check_id, outcome, count(*) AS evaluations FROM check_result GROUP BY report_id, check_id, outcome)
WHERE instr(check_id, '/') > 0
GROUP BY report_id, family;

INSERT INTO report_statistics
SELECT
  report.id,
  (SELECT count(*) FROM page WHERE report_id = report.id),
  (SELECT count(*) FROM page WHERE report_id = report.id AND condition = 'needs-ocr'),
  (SELECT count(*) FROM page WHERE report_id = report.id AND ocr_engine IS NOT NULL),
  (SELECT count(*) FROM page WHERE report_id = report.id AND ocr_low_quality = 1),
  (SELECT count(*) FROM statement WHERE report_id = report.id),
  (SELECT count(*) FROM figure WHERE report_id = report.id AND reading <> 'blank'),
  (SELECT count(*) FROM figure WHERE report_id = report.id AND reading <> 'blank' AND status = 'verified'),
  (SELECT count(*) FROM figure WHERE report_id = report.id AND reading <> 'blank' AND status = 'consistent'),
  (SELECT count(*) FROM figure WHERE report_id = report.id AND reading <> 'blank' AND status = 'unverified'),
  (SELECT count(*) FROM figure WHERE report_id = report.id AND reading <> 'blank' AND status = 'disputed'),
  (SELECT count(*) FROM figure WHERE report_id = report.id AND reading <> 'blank' AND status = 'repaired'),
  (SELECT count(*) FROM figure WHERE report_id = report.id AND reading = 'unreadable'),
  (SELECT count(*) FROM figure WHERE report_id = report.id AND reading <> 'blank' AND from_image = 1),
  (SELECT count(*) FROM finding WHERE report_id = report.id AND severity = 'error'),
  (SELECT count(*) FROM finding WHERE report_id = report.id AND severity = 'warning'),
  (SELECT count(*) FROM finding WHERE report_id = report.id AND severity = 'note'),
  (SELECT count(*) FROM check_result WHERE report_id = report.id AND outcome = 'exact'),
  (SELECT count(*) FROM check_result WHERE report_id = report.id AND outcome = 'rounding'),
  (SELECT count(*) FROM check_result WHERE report_id = report.id AND outcome = 'violation'),
  (SELECT count(*) FROM check_result WHERE report_id = report.id AND outcome = 'not-applicable'),
  (SELECT count(*) FROM check_result WHERE report_id = report.id AND outcome = 'unresolved')
FROM report;

-- What was an index of all evaluations, and of all figures, for the counting only. A report is taken away by its figures' (report_id, …).
DROP INDEX check_result_outcome;
DROP INDEX figure_report_status;
CREATE INDEX figure_report_status ON figure (report_id, status);
-- Violations are few, and the only evaluations that queries look at one by one.
CREATE INDEX check_result_violation ON check_result (report_id, check_id, ordinal) WHERE outcome = 'violation';
-- The statement of a kind that counts for a report: the first that holds numbers.
CREATE INDEX statement_report_kind ON statement (report_id, kind, declared_empty, ordinal);
