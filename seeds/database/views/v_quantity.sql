-- Every number outside the statements with what states it and its first place, one row a number.
CREATE VIEW v_quantity AS
SELECT
  quantity.id AS quantity_id,
  report.id AS report_id,
  report.file,
  report.agency,
  report.fiscal_year,
  report.kind AS report_kind,
  report.is_current,
  quantity.path AS quantity_path,
  CASE
    WHEN quantity.claim_id IS NOT NULL THEN 'claim'
    WHEN quantity.fact_id IS NOT NULL THEN 'fact'
    ELSE 'evaluation'
  END AS source,
  coalesce(section.title, project.text, evaluation.title, '') AS source_title,
  coalesce(claim.subject, fact.kind, fund.fund_key, indicator.level1, quantity.role) AS subject,
  coalesce(part.label, claim.label, fact.label, fund.label, indicator.level3, evaluation.title, '') AS label,
  quantity.role,
  quantity.printed,
  quantity.unit,
  quantity.measure,
  quantity.reading,
  quantity.value,
  quantity.step,
  quantity.decimal,
  quantity.status,
  quantity.confidence,
  place.page,
  place.box_left,
  place.box_top,
  place.box_right,
  place.box_bottom
FROM quantity
JOIN report ON report.id = quantity.report_id
LEFT JOIN quantity_place AS place ON place.quantity_id = quantity.id AND place.ordinal = 0
LEFT JOIN claim ON claim.id = quantity.claim_id
LEFT JOIN fact ON fact.id = quantity.fact_id
LEFT JOIN claim_part AS part ON part.claim_id = quantity.claim_id AND quantity.role = 'part/' || part.ordinal
LEFT JOIN section
  ON section.report_id = quantity.report_id AND section.section_number = coalesce(claim.section_number, fact.section_number)
LEFT JOIN evaluation_fund AS fund ON fund.id = quantity.fund_id
LEFT JOIN evaluation_indicator AS indicator ON indicator.id = quantity.indicator_id
LEFT JOIN evaluation
  ON evaluation.id = coalesce(quantity.evaluation_id, fund.evaluation_id, indicator.evaluation_id)
LEFT JOIN evaluation_text AS project
  ON project.evaluation_id = evaluation.id AND project.field = 'project' AND project.ordinal = 0;
