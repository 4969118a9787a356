-- How much was read of each report, and how far it is confirmed. Cells that print nothing are no figures here.
WITH pages AS (
  SELECT
    report_id,
    count(*) AS pages,
    sum(condition = 'needs-ocr') AS pages_needing_ocr,
    count(ocr_engine) AS pages_by_ocr,
    sum(ocr_low_quality IS 1) AS pages_low_quality
  FROM page
  WHERE report_id BETWEEN :first AND :last
  GROUP BY report_id
),
statements AS (
  SELECT report_id, count(*) AS statements
  FROM statement
  WHERE report_id BETWEEN :first AND :last
  GROUP BY report_id
),
figures AS (
  SELECT
    report_id,
    count(*) AS figures,
    sum(status = 'verified') AS verified,
    sum(status = 'consistent') AS consistent,
    sum(status = 'unverified') AS unverified,
    sum(status = 'disputed') AS disputed,
    sum(status = 'repaired') AS repaired,
    sum(reading = 'unreadable') AS unreadable,
    sum(from_image) AS figures_from_image
  FROM figure
  WHERE report_id BETWEEN :first AND :last AND reading <> 'blank'
  GROUP BY report_id
),
findings AS (
  SELECT
    report_id,
    sum(severity = 'error') AS errors,
    sum(severity = 'warning') AS warnings,
    sum(severity = 'note') AS notes
  FROM finding
  WHERE report_id BETWEEN :first AND :last
  GROUP BY report_id
),
checks AS (
  SELECT
    report_id,
    sum(outcome = 'exact') AS checks_exact,
    sum(outcome = 'rounding') AS checks_rounding,
    sum(outcome = 'violation') AS checks_violation,
    sum(outcome = 'not-applicable') AS checks_not_applicable,
    sum(outcome = 'unresolved') AS checks_unresolved
  FROM check_result
  WHERE report_id BETWEEN :first AND :last
  GROUP BY report_id
)
SELECT
  report.id AS report_id,
  ifnull(pages, 0) AS pages,
  ifnull(pages_needing_ocr, 0) AS pages_needing_ocr,
  ifnull(pages_by_ocr, 0) AS pages_by_ocr,
  ifnull(pages_low_quality, 0) AS pages_low_quality,
  ifnull(statements, 0) AS statements,
  ifnull(figures, 0) AS figures,
  ifnull(verified, 0) AS verified,
  ifnull(consistent, 0) AS consistent,
  ifnull(unverified, 0) AS unverified,
  ifnull(disputed, 0) AS disputed,
  ifnull(repaired, 0) AS repaired,
  ifnull(unreadable, 0) AS unreadable,
  ifnull(figures_from_image, 0) AS figures_from_image,
  ifnull(errors, 0) AS errors,
  ifnull(warnings, 0) AS warnings,
  ifnull(notes, 0) AS notes,
  ifnull(checks_exact, 0) AS checks_exact,
  ifnull(checks_rounding, 0) AS checks_rounding,
  ifnull(checks_violation, 0) AS checks_violation,
  ifnull(checks_not_applicable, 0) AS checks_not_applicable,
  ifnull(checks_unresolved, 0) AS checks_unresolved
FROM report
LEFT JOIN pages ON pages.report_id = report.id
LEFT JOIN statements ON statements.report_id = report.id
LEFT JOIN figures ON figures.report_id = report.id
LEFT JOIN findings ON findings.report_id = report.id
LEFT JOIN checks ON checks.report_id = report.id
WHERE report.id BETWEEN :first AND :last
