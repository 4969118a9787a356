-- Outlays of each report by function class (支出决算表). Where the table prints no row for a class, its rows of the next level count.
-- `unconfirmed`: totals that no identity confirms; `unreadable`: not summed.
WITH class_row AS (
  SELECT
    report.id AS report_id,
    substr(row_.code, 1, 3) AS class_code,
    iif(length(row_.code) = 3, coalesce(row_.catalogue_name, row_.label), NULL) AS class_name,
    row_.id AS row_id,
    length(row_.code) AS length,
    min(length(row_.code)) OVER (PARTITION BY row_.statement_id, substr(row_.code, 1, 3)) AS shortest
  FROM report
  CROSS JOIN statement_row AS row_ ON row_.statement_id = (
    SELECT id FROM statement
    WHERE statement.report_id = report.id AND statement.kind = 'expenditure'
    ORDER BY declared_empty, ordinal LIMIT 1
  )
  WHERE report.id BETWEEN :first AND :last
    AND row_.code_scheme = 'functional'
    AND row_.code_match <> 'unlikely'
)
SELECT
  class_row.report_id,
  class_code,
  max(class_name) AS class_name,
  sum(figure.amount_fen) AS total_fen,
  sum(figure.status NOT IN ('verified', 'consistent') AND figure.reading = 'amount') AS unconfirmed,
  sum(figure.reading = 'unreadable') AS unreadable
FROM class_row
CROSS JOIN figure ON figure.row_id = class_row.row_id AND figure.column_key = 'total'
WHERE length = shortest
GROUP BY class_row.report_id, class_code
