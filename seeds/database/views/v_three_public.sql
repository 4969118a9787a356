-- “三公”经费: one row an item. Two forms are printed: items as rows with one or two value columns (national), or one
-- row whose columns are the items (Shanghai: 'abroad-approved', 'abroad-executed'). Both end in the same rows here.
CREATE VIEW v_three_public AS
WITH cell AS (
  SELECT
    *,
    CASE
      WHEN column_key LIKE '%-approved' THEN substr(column_key, 1, length(column_key) - length('-approved'))
      WHEN column_key LIKE '%-adjusted' THEN substr(column_key, 1, length(column_key) - length('-adjusted'))
      WHEN column_key LIKE '%-executed' THEN substr(column_key, 1, length(column_key) - length('-executed'))
      ELSE column_key
    END AS base,
    CASE
      WHEN column_key LIKE '%-approved' OR column_key = 'approved' THEN 'approved'
      WHEN column_key LIKE '%-adjusted' OR column_key = 'adjusted' THEN 'adjusted'
      WHEN column_key LIKE '%-executed' OR column_key = 'executed' THEN 'executed'
    END AS key_phase
  FROM v_figure
  WHERE statement_kind = 'three-public'
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
