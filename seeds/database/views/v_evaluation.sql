-- Project self-evaluation tables, one row a project: the row 年度资金总额 of the funds, the total score and the grade.
-- Scores and rates are ten-thousandths in the columns that end in _value.
-- Current reports only: a report that was published again counts once.
CREATE VIEW v_evaluation AS
SELECT
  evaluation.id AS evaluation_id,
  report.id AS report_id,
  report.file,
  report.agency,
  report.fiscal_year,
  report.kind AS report_kind,
  report.region_name,
  evaluation.ordinal AS evaluation_ordinal,
  evaluation.title AS evaluation_title,
  evaluation.fiscal_year AS evaluation_year,
  project.text AS project,
  approved.value AS approved_fen,
  approved.decimal AS approved_yuan,
  adjusted.value AS adjusted_fen,
  adjusted.decimal AS adjusted_yuan,
  executed.value AS executed_fen,
  executed.decimal AS executed_yuan,
  weight.value AS execution_weight_value,
  weight.decimal AS execution_weight,
  rate.value AS execution_rate_value,
  rate.decimal AS execution_rate,
  score.value AS execution_score_value,
  score.decimal AS execution_score,
  total.value AS total_score_value,
  total.decimal AS total_score,
  evaluation.grade_word,
  (SELECT count(*) FROM evaluation_indicator WHERE evaluation_indicator.evaluation_id = evaluation.id) AS indicators,
  coalesce(row_place.page, place.page) AS page,
  iif(row_place.page IS NULL, place.box_left, row_place.box_left) AS box_left,
  iif(row_place.page IS NULL, place.box_top, row_place.box_top) AS box_top,
  iif(row_place.page IS NULL, place.box_right, row_place.box_right) AS box_right,
  iif(row_place.page IS NULL, place.box_bottom, row_place.box_bottom) AS box_bottom
FROM report
JOIN evaluation ON evaluation.report_id = report.id
LEFT JOIN evaluation_text AS project
  ON project.evaluation_id = evaluation.id AND project.field = 'project' AND project.ordinal = 0
-- The first row with that key: a table that prints it twice must not count twice.
LEFT JOIN evaluation_fund AS fund
  ON fund.evaluation_id = evaluation.id AND fund.ordinal = (
    SELECT min(ordinal) FROM evaluation_fund AS other
    WHERE other.evaluation_id = evaluation.id AND other.fund_key = 'total'
  )
LEFT JOIN quantity AS approved ON approved.fund_id = fund.id AND approved.role = 'approved'
LEFT JOIN quantity AS adjusted ON adjusted.fund_id = fund.id AND adjusted.role = 'adjusted'
LEFT JOIN quantity AS executed ON executed.fund_id = fund.id AND executed.role = 'executed'
LEFT JOIN quantity AS weight ON weight.fund_id = fund.id AND weight.role = 'weight'
LEFT JOIN quantity AS rate ON rate.fund_id = fund.id AND rate.role = 'rate'
LEFT JOIN quantity AS score ON score.fund_id = fund.id AND score.role = 'score'
LEFT JOIN quantity AS total ON total.evaluation_id = evaluation.id AND total.role = 'total-score'
LEFT JOIN evaluation_fund_place AS row_place ON row_place.evaluation_fund_id = fund.id AND row_place.ordinal = 0
LEFT JOIN evaluation_place AS place ON place.evaluation_id = evaluation.id AND place.ordinal = 0
WHERE report.is_current = 1;
