-- title: Pages read from their pictures, or to be read from them
-- titleZh: 扫描页识别情况
-- parameter: agency text optional Part of the name of the body
-- parameter: year integer optional Fiscal year
-- parameter: report integer optional Number of a report (see the query reports)

-- `reason` says why a page was not read from its text layer, and of a page without an engine why it was not read, or why its text layer
-- was kept although all pages were to be read from their pictures. The counts are of the figures of statements that begin on the page, cells
-- that print nothing not among them. CROSS JOIN: SQLite must begin with the pages, not with all figures.
WITH counted AS (
  SELECT
    place.report_id,
    place.page,
    count(*) AS figures,
    sum(figure.status = 'verified') AS verified,
    sum(figure.status = 'repaired') AS repaired,
    sum(figure.status = 'disputed') AS disputed,
    sum(figure.status = 'unverified') AS unverified
  FROM page
  CROSS JOIN figure_place AS place ON place.report_id = page.report_id AND place.page = page.number
  CROSS JOIN figure ON figure.id = place.figure_id
  WHERE page.ocr_engine IS NOT NULL AND place.ordinal = 0 AND figure.reading <> 'blank' AND (:report IS NULL OR page.report_id = :report)
  GROUP BY place.report_id, place.page
)
SELECT
  report.id AS report_id,
  report.file,
  report.agency,
  report.fiscal_year,
  report.kind AS report_kind,
  page.number AS page,
  page.condition,
  page.reason,
  page.ocr_engine AS engine,
  page.ocr_model AS model,
  page.ocr_dpi AS dpi,
  page.ocr_turn AS turn,
  page.ocr_skew AS skew,
  page.ocr_low_quality AS low_quality,
  ifnull(counted.figures, 0) AS figures,
  ifnull(counted.verified, 0) AS verified,
  ifnull(counted.repaired, 0) AS repaired,
  ifnull(counted.disputed, 0) AS disputed,
  ifnull(counted.unverified, 0) AS unverified
FROM report
JOIN page ON page.report_id = report.id
LEFT JOIN counted ON counted.report_id = page.report_id AND counted.page = page.number
WHERE (page.ocr_engine IS NOT NULL OR page.condition = 'needs-ocr' OR (page.condition = 'read' AND page.reason IS NOT NULL))
  AND (:agency IS NULL OR instr(report.agency, :agency) > 0)
  AND (:year IS NULL OR report.fiscal_year = :year)
  AND iif(:report IS NULL, report.is_current = 1, report.id = :report)
ORDER BY report.id, page.number;
