-- title: Projects whose score for the execution rate is not weight times rate
-- titleZh: 预算执行率得分与“分值×执行率”不符的项目
-- parameter: agency text optional Part of the name of the body
-- parameter: year integer optional Fiscal year
-- parameter: report integer optional Number of a report (see the query reports); without it the newest of each body, scope and year

-- The rate is the printed one, else executed over the budget of the whole year. More than 100 % earns no more than the weight. What the
-- rounding of the printed numbers explains is not listed.
WITH row_ AS (
  SELECT
    report.report_id,
    report.agency,
    report.fiscal_year,
    report.file,
    evaluation.ordinal AS evaluation_ordinal,
    project.text AS project,
    weight.value AS weight_value,
    weight.decimal AS weight,
    score.value AS score_value,
    score.step AS score_step,
    score.decimal AS score,
    min(coalesce(rate.value, CASE WHEN adjusted.value > 0 THEN executed.value * 1000000 / adjusted.value END), 1000000) AS rate_value,
    coalesce(rate.step, 1) AS rate_step,
    place.page,
    place.box_left,
    place.box_top,
    place.box_right,
    place.box_bottom
  FROM v_report AS report
  CROSS JOIN evaluation ON evaluation.report_id = report.report_id
  JOIN evaluation_fund AS fund
    ON fund.evaluation_id = evaluation.id AND fund.ordinal = (
      SELECT min(ordinal) FROM evaluation_fund AS other
      WHERE other.evaluation_id = evaluation.id AND other.fund_key = 'total'
    )
  JOIN quantity AS weight ON weight.fund_id = fund.id AND weight.role = 'weight'
  JOIN quantity AS score ON score.fund_id = fund.id AND score.role = 'score'
  LEFT JOIN quantity AS rate ON rate.fund_id = fund.id AND rate.role = 'rate'
  LEFT JOIN quantity AS adjusted ON adjusted.fund_id = fund.id AND adjusted.role = 'adjusted'
  LEFT JOIN quantity AS executed ON executed.fund_id = fund.id AND executed.role = 'executed'
  LEFT JOIN evaluation_text AS project
    ON project.evaluation_id = evaluation.id AND project.field = 'project' AND project.ordinal = 0
  LEFT JOIN quantity_place AS place ON place.quantity_id = score.id AND place.ordinal = 0
  WHERE iif(:report IS NULL, report.newest = 1, report.report_id = :report)
    AND (:agency IS NULL OR instr(report.agency, :agency) > 0)
    AND (:year IS NULL OR report.fiscal_year = :year)
)
SELECT
  agency,
  fiscal_year,
  project,
  weight,
  printf('%d.%02d', rate_value / 10000, rate_value % 10000 / 100) AS rate_percent,
  score,
  printf('%d.%02d', (2 * weight_value * rate_value + 100000000) / 200000000 / 100,
    (2 * weight_value * rate_value + 100000000) / 200000000 % 100) AS expected_score,
  report_id,
  file,
  page,
  box_left,
  box_top,
  box_right,
  box_bottom
FROM row_
WHERE 2 * abs(score_value * 1000000 - weight_value * rate_value) > score_step * 1000000 + weight_value * rate_step
ORDER BY report_id, evaluation_ordinal;
