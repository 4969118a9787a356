-- title: Carry-over by function: revenue less expenditure of each class
-- titleZh: 按功能分类的结转：收入决算数减支出决算数
-- parameter: agency text optional Part of the name of the body
-- parameter: year integer optional Fiscal year
-- parameter: report integer optional Number of a report (see the query reports); without it the newest of each body, scope and year

-- 收入决算表 less 支出决算表, class by class, where they differ. No fault: what is left is carried forward, what is missing came
-- from the years before or from other surpluses.
WITH side AS MATERIALIZED (
  SELECT
    report.report_id,
    statement.kind,
    row_.code,
    row_.label,
    figure.id AS figure_id,
    figure.amount_fen,
    figure.status
  FROM v_report AS report
  CROSS JOIN statement ON statement.report_id = report.report_id
  CROSS JOIN statement_row AS row_ ON row_.statement_id = statement.id
  CROSS JOIN figure ON figure.row_id = row_.id AND figure.column_key = 'total'
  WHERE report.report_kind = 'final-accounts'
    AND iif(:report IS NULL, report.newest = 1, report.report_id = :report)
    AND (:agency IS NULL OR instr(report.agency, :agency) > 0)
    AND (:year IS NULL OR report.fiscal_year = :year)
    AND statement.id = (
      SELECT id FROM statement AS other
      WHERE other.report_id = report.report_id AND other.kind = statement.kind
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
),
-- Places only of what is shown.
class AS (
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
)
SELECT
  report.agency,
  report.fiscal_year,
  class.code AS function_code,
  class.label,
  revenue_fen,
  printf('%s%d.%02d', iif(revenue_fen < 0, '-', ''), abs(revenue_fen) / 100, abs(revenue_fen) % 100) AS revenue_yuan,
  expenditure_fen,
  printf('%s%d.%02d', iif(expenditure_fen < 0, '-', ''), abs(expenditure_fen) / 100, abs(expenditure_fen) % 100) AS expenditure_yuan,
  revenue_fen - expenditure_fen AS carried_fen,
  printf('%s%d.%02d', iif((revenue_fen - expenditure_fen) < 0, '-', ''), abs((revenue_fen - expenditure_fen)) / 100, abs((revenue_fen - expenditure_fen)) % 100) AS carried_yuan,
  unconfirmed,
  report.report_id,
  report.file,
  page,
  box_left,
  box_top,
  box_right,
  box_bottom,
  revenue_page
FROM class
JOIN v_report AS report ON report.report_id = class.report_id
ORDER BY report.report_id, class.code;
