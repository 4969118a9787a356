-- 支出决算表: all outlays by functional code.
-- The page and the box are those of the total, or of the first figure that the row has.
-- CROSS JOIN: report by report, so that an answer in their order need not be complete before its first row is there.
-- Current reports only: a report that was published again counts once.
CREATE VIEW v_expenditure_by_function AS
SELECT
  report.id AS report_id,
  report.file,
  report.agency,
  report.fiscal_year,
  report.kind AS report_kind,
  statement.kind AS statement_kind,
  statement.title AS statement_title,
  row_.code AS function_code,
  row_.label,
  row_.catalogue_name,
  CASE length(row_.code) WHEN 3 THEN 'class' WHEN 5 THEN 'section' WHEN 7 THEN 'item' END AS level,
  coalesce(total.amount_fen, amount.amount_fen) AS total_fen,
  coalesce(total.amount_yuan, amount.amount_yuan) AS total_yuan,
  basic.amount_fen AS basic_fen,
  basic.amount_yuan AS basic_yuan,
  project.amount_fen AS project_fen,
  project.amount_yuan AS project_yuan,
  to_superior.amount_fen AS to_superior_fen,
  to_superior.amount_yuan AS to_superior_yuan,
  operating.amount_fen AS operating_fen,
  operating.amount_yuan AS operating_yuan,
  to_subsidiary.amount_fen AS to_subsidiary_fen,
  to_subsidiary.amount_yuan AS to_subsidiary_yuan,
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
LEFT JOIN figure AS basic ON basic.row_id = row_.id AND basic.column_key = 'basic'
LEFT JOIN figure AS project ON project.row_id = row_.id AND project.column_key = 'project'
LEFT JOIN figure AS to_superior ON to_superior.row_id = row_.id AND to_superior.column_key = 'to-superior'
LEFT JOIN figure AS operating ON operating.row_id = row_.id AND operating.column_key = 'operating'
LEFT JOIN figure AS to_subsidiary ON to_subsidiary.row_id = row_.id AND to_subsidiary.column_key = 'to-subsidiary'
LEFT JOIN figure_place AS place
  ON place.ordinal = 0 AND place.figure_id = coalesce(total.id, amount.id, basic.id, project.id, to_superior.id, operating.id, to_subsidiary.id)
WHERE report.is_current = 1
  AND statement.kind = 'expenditure'
  AND row_.code_scheme = 'functional';
