-- 一般公共预算财政拨款基本支出决算表: basic expenditure by economic code (301… of departments, 501… of governments).
-- The page and the box are those of the total, or of the first figure that the row has.
-- CROSS JOIN: report by report, so that an answer in their order need not be complete before its first row is there.
-- Current reports only: a report that was published again counts once.
CREATE VIEW v_basic_expenditure_by_economic_class AS
SELECT
  report.id AS report_id,
  report.file,
  report.agency,
  report.fiscal_year,
  report.kind AS report_kind,
  statement.kind AS statement_kind,
  statement.title AS statement_title,
  row_.code_scheme,
  row_.code AS economic_code,
  row_.label,
  row_.catalogue_name,
  CASE length(row_.code) WHEN 3 THEN 'class' WHEN 5 THEN 'section' WHEN 7 THEN 'item' END AS level,
  coalesce(total.amount_fen, amount.amount_fen) AS total_fen,
  coalesce(total.amount_yuan, amount.amount_yuan) AS total_yuan,
  personnel.amount_fen AS personnel_fen,
  personnel.amount_yuan AS personnel_yuan,
  public.amount_fen AS public_fen,
  public.amount_yuan AS public_yuan,
  coalesce(total.status, amount.status) AS total_status,
  place.page,
  place.box_left,
  place.box_top,
  place.box_right,
  place.box_bottom
FROM report
CROSS JOIN statement ON statement.report_id = report.id
CROSS JOIN statement_row AS row_ ON row_.statement_id = statement.id
LEFT JOIN figure AS total ON total.row_id = row_.id AND total.column_key = 'total'
LEFT JOIN figure AS amount ON amount.row_id = row_.id AND amount.column_key = 'amount'
LEFT JOIN figure AS personnel ON personnel.row_id = row_.id AND personnel.column_key = 'personnel'
LEFT JOIN figure AS public ON public.row_id = row_.id AND public.column_key = 'public'
LEFT JOIN figure_place AS place
  ON place.ordinal = 0 AND place.figure_id = coalesce(total.id, amount.id, personnel.id, public.id)
WHERE report.is_current = 1
  AND statement.kind IN ('general-budget-basic-expenditure', 'appropriations-basic-expenditure')
  AND row_.code_scheme IN ('department-economic', 'government-economic');
