-- What is worth telling about a report, with the first place of the evidence (a missing statement has none).
CREATE VIEW v_findings AS
SELECT
  report.id AS report_id,
  report.file,
  report.agency,
  report.fiscal_year,
  report.kind AS report_kind,
  report.is_current,
  finding.id AS finding_id,
  finding.check_id,
  finding.severity,
  finding.diagnosis,
  finding.message,
  (
    SELECT group_concat(page, '、')
    FROM (SELECT DISTINCT page FROM finding_place WHERE finding_place.finding_id = finding.id ORDER BY page)
  ) AS all_pages,
  place.page,
  place.box_left,
  place.box_top,
  place.box_right,
  place.box_bottom
FROM finding
JOIN report ON report.id = finding.report_id
LEFT JOIN finding_place AS place ON place.finding_id = finding.id AND place.ordinal = 0;
