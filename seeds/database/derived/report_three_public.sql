-- “三公”经费: one row an item. Two forms are printed: items as rows with one or two value columns (national), or one
-- row whose columns are the items (Shanghai: 'abroad-approved', 'abroad-executed'). Both end in the same rows here.
WITH dated AS (
  -- A set of columns of the year before (2024年预算数 in the budget of 2025) ends in '-prior'.
  SELECT
    report.id AS report_id,
    report.fiscal_year,
    row_.id AS row_id,
    row_.row_key,
    column_.phase,
    figure.id AS figure_id,
    figure.column_key,
    figure.amount_fen,
    figure.status,
    place.page,
    place.box_left,
    place.box_top,
    place.box_right,
    place.box_bottom,
    figure.column_key LIKE '%-prior' AS prior,
    CASE WHEN figure.column_key LIKE '%-prior'
      THEN substr(figure.column_key, 1, length(figure.column_key) - length('-prior')) ELSE figure.column_key
    END AS dated_key
  FROM report
  CROSS JOIN statement ON statement.report_id = report.id
  CROSS JOIN statement_row AS row_ ON row_.statement_id = statement.id
  CROSS JOIN figure ON figure.row_id = row_.id
  JOIN statement_column AS column_ ON column_.id = figure.column_id
  LEFT JOIN figure_place AS place ON place.figure_id = figure.id AND place.ordinal = 0
  WHERE report.id BETWEEN :first AND :last AND statement.kind = 'three-public'
),
cell AS (
  SELECT
    *,
    CASE
      WHEN dated_key LIKE '%-approved' THEN substr(dated_key, 1, length(dated_key) - length('-approved'))
      WHEN dated_key LIKE '%-adjusted' THEN substr(dated_key, 1, length(dated_key) - length('-adjusted'))
      WHEN dated_key LIKE '%-executed' THEN substr(dated_key, 1, length(dated_key) - length('-executed'))
      ELSE dated_key
    END AS base,
    CASE
      WHEN dated_key LIKE '%-approved' OR dated_key = 'approved' THEN 'approved'
      WHEN dated_key LIKE '%-adjusted' OR dated_key = 'adjusted' THEN 'adjusted'
      WHEN dated_key LIKE '%-executed' OR dated_key = 'executed' THEN 'executed'
    END AS key_phase
  FROM dated
)
SELECT
  report_id,
  row_number() OVER (PARTITION BY report_id ORDER BY row_id, column_key) AS ordinal,
  figure_id,
  -- In the national form the row names the item and the column is only a value; else the column names it.
  CASE WHEN base IN ('amount', 'approved', 'adjusted', 'executed') OR (base = 'total' AND row_key <> 'total')
    THEN row_key ELSE base END AS item,
  coalesce(phase, key_phase) AS phase,
  fiscal_year - prior AS of_year,
  amount_fen,
  status,
  page,
  box_left,
  box_top,
  box_right,
  box_bottom
FROM cell
