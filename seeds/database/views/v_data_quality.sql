-- How far each report was read and confirmed; cells that print nothing are not counted. Counts, so there is no page and no box.
-- The counts are made when a report is stored.
CREATE VIEW v_data_quality AS
SELECT
  report.id AS report_id,
  report.file,
  report.sha256,
  report.agency,
  report.fiscal_year,
  report.kind AS report_kind,
  report.is_current,
  report.scope,
  report.region_name,
  counted.pages,
  counted.pages_needing_ocr,
  counted.statements,
  counted.figures,
  counted.verified,
  counted.consistent,
  counted.unverified,
  counted.disputed,
  counted.repaired,
  counted.unreadable,
  counted.checks_exact,
  counted.checks_rounding,
  counted.checks_violation,
  counted.checks_not_applicable,
  counted.checks_unresolved,
  counted.errors,
  counted.warnings,
  counted.notes,
  counted.pages_by_ocr,
  counted.pages_low_quality,
  counted.figures_from_image
FROM report
JOIN report_statistics AS counted ON counted.report_id = report.id;
