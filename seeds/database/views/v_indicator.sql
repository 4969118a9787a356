-- Indicators of the self-evaluation tables, one row each. Targets, actual values and scores are ten-thousandths in the columns that
-- end in _value. `below` is 1 where the actual value misses the target (more than the target of a “=” does not), 0 where it
-- does not, NULL where nobody can tell.
-- Current reports only: a report that was published again counts once.
CREATE VIEW v_indicator AS
SELECT
  indicator.id AS indicator_id,
  report.id AS report_id,
  report.file,
  report.agency,
  report.fiscal_year,
  report.kind AS report_kind,
  report.region_name,
  evaluation.ordinal AS evaluation_ordinal,
  project.text AS project,
  indicator.ordinal AS indicator_ordinal,
  indicator.level1,
  indicator.level2,
  indicator.level3,
  target.printed AS target_printed,
  target.operator AS target_operator,
  target.value AS target_value,
  target.decimal AS target,
  target.unit AS target_unit,
  target.decoded AS target_decoded,
  indicator.actual AS actual_printed,
  actual.value AS actual_value,
  actual.decimal AS actual,
  weight.value AS weight_value,
  weight.decimal AS weight,
  score.value AS score_value,
  score.decimal AS score,
  indicator.deviation,
  CASE
    -- Without two numbers that can be compared, a mark taken off still says so.
    WHEN target.value IS NULL OR target.operator IS NULL OR actual.value IS NULL
    THEN iif(score.value < weight.value, 1, NULL)
    WHEN target.operator = '≥' THEN actual.value < target.value
    WHEN target.operator = '>' THEN actual.value <= target.value
    WHEN target.operator = '≤' THEN actual.value > target.value
    WHEN target.operator = '<' THEN actual.value >= target.value
    WHEN target.operator = '=' THEN actual.value < target.value
  END AS below,
  coalesce(place.page, table_place.page) AS page,
  iif(place.page IS NULL, table_place.box_left, place.box_left) AS box_left,
  iif(place.page IS NULL, table_place.box_top, place.box_top) AS box_top,
  iif(place.page IS NULL, table_place.box_right, place.box_right) AS box_right,
  iif(place.page IS NULL, table_place.box_bottom, place.box_bottom) AS box_bottom
FROM report
JOIN evaluation ON evaluation.report_id = report.id
JOIN evaluation_indicator AS indicator ON indicator.evaluation_id = evaluation.id
JOIN evaluation_target AS target ON target.id = indicator.id
LEFT JOIN evaluation_text AS project
  ON project.evaluation_id = evaluation.id AND project.field = 'project' AND project.ordinal = 0
LEFT JOIN quantity AS actual ON actual.indicator_id = indicator.id AND actual.role = 'actual'
LEFT JOIN quantity AS weight ON weight.indicator_id = indicator.id AND weight.role = 'weight'
LEFT JOIN quantity AS score ON score.indicator_id = indicator.id AND score.role = 'score'
LEFT JOIN evaluation_indicator_place AS place ON place.evaluation_indicator_id = indicator.id AND place.ordinal = 0
LEFT JOIN evaluation_place AS table_place ON table_place.evaluation_id = evaluation.id AND table_place.ordinal = 0
WHERE report.is_current = 1;
