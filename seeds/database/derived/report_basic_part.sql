-- Of the basic expenditure of the general public budget (the first table with numbers): 人员经费, 公用经费 and 委托业务费 (30227). A row of its own
-- goes before the column of the row 合计, an amount before a total.
WITH cell AS (
  SELECT
    statement.report_id,
    part.name AS part,
    figure.id AS figure_id,
    figure.amount_fen,
    figure.reading,
    figure.status,
    row_number() OVER (
      PARTITION BY statement.report_id, part.name
      ORDER BY row_.row_key = 'total', figure.column_key = 'total', row_.ordinal
    ) AS choice
  FROM statement
  CROSS JOIN statement_row AS row_ ON row_.statement_id = statement.id
  CROSS JOIN (SELECT 'personnel' AS name UNION ALL SELECT 'public' UNION ALL SELECT 'outsourcing') AS part
  CROSS JOIN figure ON figure.row_id = row_.id
  WHERE statement.report_id BETWEEN :first AND :last
    AND statement.kind = 'general-budget-basic-expenditure'
    AND statement.id = (
      SELECT id FROM statement AS other
      WHERE other.report_id = statement.report_id AND other.kind = statement.kind
      ORDER BY declared_empty, ordinal LIMIT 1
    )
    -- Said again below, so that only these rows are asked for their figures.
    AND (row_.code = '30227' OR row_.row_key IN ('personnel-total', 'public-total', 'total'))
    AND CASE part.name
      WHEN 'outsourcing' THEN
        row_.code_scheme = 'department-economic' AND row_.code = '30227' AND figure.column_key IN ('amount', 'total', 'public')
      ELSE
        (row_.row_key = part.name || '-total' AND figure.column_key IN ('amount', 'total'))
        OR (row_.row_key = 'total' AND figure.column_key = part.name)
    END
)
SELECT report_id, part, figure_id, amount_fen, reading, status
FROM cell
WHERE choice = 1
