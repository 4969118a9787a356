-- 收入决算表 less 支出决算表 of each report, function class by function class, where they differ.
WITH side AS MATERIALIZED (
  SELECT
    statement.report_id,
    statement.kind,
    row_.code,
    row_.label,
    figure.id AS figure_id,
    figure.amount_fen,
    figure.status
  FROM statement
  CROSS JOIN statement_row AS row_ ON row_.statement_id = statement.id
  CROSS JOIN figure ON figure.row_id = row_.id AND figure.column_key = 'total'
  WHERE statement.report_id BETWEEN :first AND :last
    AND statement.id = (
      SELECT id FROM statement AS other
      WHERE other.report_id = statement.report_id AND other.kind = statement.kind
      ORDER BY declared_empty, ordinal LIMIT 1
    )
    AND statement.kind IN ('revenue', 'expenditure')
    AND row_.code_scheme = 'functional'
    AND length(row_.code) = 3
    AND figure.reading <> 'unreadable'
),
-- Both tables must be there: a table that is missing is not zero.
complete AS (
  SELECT report_id FROM side GROUP BY report_id HAVING min(kind) <> max(kind)
),
differing AS MATERIALIZED (
  SELECT
    report_id,
    code,
    ifnull(sum(amount_fen) FILTER (WHERE kind = 'revenue'), 0) AS revenue_fen,
    ifnull(sum(amount_fen) FILTER (WHERE kind = 'expenditure'), 0) AS expenditure_fen
  FROM side
  WHERE report_id IN (SELECT report_id FROM complete)
  GROUP BY report_id, code
  HAVING revenue_fen <> expenditure_fen
)
SELECT
  differing.report_id,
  differing.code,
  differing.revenue_fen,
  differing.expenditure_fen,
  max(label) AS label,
  sum(status NOT IN ('verified', 'consistent') AND amount_fen IS NOT NULL) AS unconfirmed,
  coalesce(max(page) FILTER (WHERE kind = 'expenditure'), max(page)) AS page,
  coalesce(max(box_left) FILTER (WHERE kind = 'expenditure'), max(box_left)) AS box_left,
  coalesce(max(box_top) FILTER (WHERE kind = 'expenditure'), max(box_top)) AS box_top,
  coalesce(max(box_right) FILTER (WHERE kind = 'expenditure'), max(box_right)) AS box_right,
  coalesce(max(box_bottom) FILTER (WHERE kind = 'expenditure'), max(box_bottom)) AS box_bottom,
  max(page) FILTER (WHERE kind = 'revenue') AS revenue_page
FROM differing
JOIN side ON side.report_id = differing.report_id AND side.code = differing.code
LEFT JOIN figure_place AS place ON place.figure_id = side.figure_id AND place.ordinal = 0
GROUP BY differing.report_id, differing.code
