-- “三公”经费: one row an item. Two forms are printed: items as rows with one or two value columns (national), or one
-- row whose columns are the items (Shanghai: 'abroad-approved', 'abroad-executed'). Both end in the same rows here.
-- Current reports only: a report that was published again counts once.
CREATE VIEW v_three_public AS
WITH dated AS (
  -- A set of columns of the year before (2024年预算数 in the budget of 2025) ends in '-prior'.
  SELECT
    report.id AS report_id,
    report.file,
    report.agency,
    report.fiscal_year,
    report.kind AS report_kind,
    statement.title AS statement_title,
    row_.row_key,
    row_.label,
    column_.header,
    column_.phase,
    figure.amount_fen,
    figure.amount_yuan,
    figure.printed,
    figure.status,
    place.page,
    place.box_left,
    place.box_top,
    place.box_right,
    place.box_bottom,
    substr(figure.column_key, -6) = '-prior' AS prior,
    CASE WHEN substr(figure.column_key, -6) = '-prior'
      THEN substr(figure.column_key, 1, length(figure.column_key) - length('-prior')) ELSE figure.column_key
    END AS dated_key
  -- CROSS JOIN: report by report, so that an answer in their order need not be complete before its first row is there.
  FROM report
  CROSS JOIN statement ON statement.report_id = report.id
  CROSS JOIN statement_row AS row_ ON row_.statement_id = statement.id
  CROSS JOIN figure ON figure.row_id = row_.id
  JOIN statement_column AS column_ ON column_.id = figure.column_id
  LEFT JOIN figure_place AS place ON place.figure_id = figure.id AND place.ordinal = 0
  WHERE report.is_current = 1 AND statement.kind = 'three-public'
),
cell AS (
  SELECT
    *,
    CASE
      WHEN substr(dated_key, -9) = '-approved' THEN substr(dated_key, 1, length(dated_key) - length('-approved'))
      WHEN substr(dated_key, -9) = '-adjusted' THEN substr(dated_key, 1, length(dated_key) - length('-adjusted'))
      WHEN substr(dated_key, -9) = '-executed' THEN substr(dated_key, 1, length(dated_key) - length('-executed'))
      ELSE dated_key
    END AS base,
    CASE
      WHEN substr(dated_key, -9) = '-approved' OR dated_key = 'approved' THEN 'approved'
      WHEN substr(dated_key, -9) = '-adjusted' OR dated_key = 'adjusted' THEN 'adjusted'
      WHEN substr(dated_key, -9) = '-executed' OR dated_key = 'executed' THEN 'executed'
    END AS key_phase
  FROM dated
)
SELECT
  report_id,
  file,
  agency,
  fiscal_year,
  report_kind,
  statement_title,
  -- In the national form the row names the item and the column is only a value; else the column names it.
  CASE WHEN base IN ('amount', 'approved', 'adjusted', 'executed') OR (base = 'total' AND row_key <> 'total')
    THEN row_key ELSE base END AS item,
  label,
  header,
  coalesce(phase, key_phase) AS phase,
  fiscal_year - prior AS of_year,
  amount_fen,
  amount_yuan,
  printed,
  status,
  page,
  box_left,
  box_top,
  box_right,
  box_bottom
FROM cell;
