-- 年初结转和结余 and 年末结转和结余 of each report, of all funds (收入支出决算总表) and of fiscal appropriations: of the first table with
-- numbers the executed column.
WITH candidate AS (
  SELECT
    statement.report_id,
    statement.kind AS statement_kind,
    row_.row_key,
    figure.id AS figure_id,
    figure.amount_fen,
    figure.step_fen,
    figure.status,
    row_number() OVER (
      PARTITION BY statement.report_id, statement.kind, row_.row_key
      ORDER BY statement.declared_empty, statement.ordinal, ifnull(column_.phase, 'executed') <> 'executed', row_.ordinal, figure.ordinal
    ) AS choice
  FROM statement
  CROSS JOIN statement_row AS row_ ON row_.statement_id = statement.id
  CROSS JOIN figure ON figure.row_id = row_.id
  JOIN statement_column AS column_ ON column_.id = figure.column_id
  WHERE statement.report_id BETWEEN :first AND :last
    AND statement.kind IN ('revenue-and-expenditure', 'appropriations')
    AND ((row_.panel = 'revenue' AND row_.row_key = 'opening') OR (row_.panel = 'expenditure' AND row_.row_key = 'closing'))
    AND figure.column_key IN ('amount', 'total', 'executed')
)
SELECT report_id, statement_kind, row_key, figure_id, amount_fen, step_fen, status
FROM candidate
WHERE choice = 1
