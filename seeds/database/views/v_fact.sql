-- What else the prose states (counts, duties, units, staff, terms), one row a fact. The place is that of the number, or of the words.
CREATE VIEW v_fact AS
SELECT
  fact.id AS fact_id,
  report.id AS report_id,
  report.file,
  report.agency,
  report.fiscal_year,
  report.kind AS report_kind,
  report.is_current,
  section.path AS section_path,
  fact.kind AS fact_kind,
  fact.subject,
  fact.label,
  number.value,
  number.decimal,
  number.unit,
  number.status,
  fact.text,
  fact.date,
  coalesce(place.page, words.page, section.page) AS page,
  iif(place.page IS NULL, words.box_left, place.box_left) AS box_left,
  iif(place.page IS NULL, words.box_top, place.box_top) AS box_top,
  iif(place.page IS NULL, words.box_right, place.box_right) AS box_right,
  iif(place.page IS NULL, words.box_bottom, place.box_bottom) AS box_bottom
FROM report
JOIN fact ON fact.report_id = report.id
JOIN section ON section.report_id = fact.report_id AND section.section_number = fact.section_number
LEFT JOIN quantity AS number ON number.fact_id = fact.id
LEFT JOIN quantity_place AS place ON place.quantity_id = number.id AND place.ordinal = 0
LEFT JOIN fact_place AS words ON words.fact_id = fact.id AND words.ordinal = 0;
