-- title: Full-text search in the prose and headings
-- titleZh: 全文检索
-- parameter: text text required Words to find, taken literally; Latin letters match in either case
-- parameter: agency text optional Part of the name of the body
-- parameter: year integer optional Fiscal year
WITH hit AS (
  SELECT rowid AS id
  FROM section_search
  WHERE length(:text) >= 3 AND section_search MATCH '"' || replace(:text, '"', '""') || '"'
  UNION ALL
  -- The index knows runs of three characters: for fewer, every section is looked at.
  SELECT id
  FROM section
  WHERE length(:text) < 3 AND instr(lower(title) || char(10) || lower(text), lower(:text)) > 0
)
SELECT
  report.id AS report_id,
  report.file,
  report.agency,
  report.fiscal_year,
  section.path,
  coalesce(paragraph.text, section.title) AS text,
  coalesce(place.page, section.page) AS page,
  iif(place.page IS NULL, section.box_left, place.box_left) AS box_left,
  iif(place.page IS NULL, section.box_top, place.box_top) AS box_top,
  iif(place.page IS NULL, section.box_right, place.box_right) AS box_right,
  iif(place.page IS NULL, section.box_bottom, place.box_bottom) AS box_bottom
FROM hit
JOIN section ON section.id = hit.id
JOIN report ON report.id = section.report_id
LEFT JOIN paragraph
  ON paragraph.section_id = section.id AND instr(lower(paragraph.text), lower(:text)) > 0
LEFT JOIN paragraph_place AS place ON place.paragraph_id = paragraph.id AND place.ordinal = 0
WHERE report.is_current = 1
  AND (:agency IS NULL OR instr(report.agency, :agency) > 0)
  AND (:year IS NULL OR report.fiscal_year = :year)
ORDER BY report.id, section.ordinal, paragraph.ordinal;
