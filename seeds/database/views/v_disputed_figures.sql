-- Figures that take part in a failing identity, one row for each such identity.
CREATE VIEW v_disputed_figures AS
SELECT
  report.id AS report_id,
  report.file,
  report.agency,
  report.fiscal_year,
  report.kind AS report_kind,
  report.is_current,
  statement.kind AS statement_kind,
  statement.title AS statement_title,
  row_.label,
  row_.code,
  cell.header,
  cell.printed,
  cell.amount_fen,
  cell.amount_yuan,
  violation.check_id,
  violation.subject,
  violation.left_fen,
  violation.right_fen,
  violation.gap_fen,
  cell.page,
  cell.box_left,
  cell.box_top,
  cell.box_right,
  cell.box_bottom
FROM figure
JOIN v_cell AS cell ON cell.figure_id = figure.id
JOIN report ON report.id = figure.report_id
JOIN statement_row AS row_ ON row_.id = figure.row_id
JOIN statement ON statement.id = row_.statement_id
LEFT JOIN check_result AS violation
  ON violation.outcome = 'violation'
  AND violation.id IN (SELECT check_result_id FROM check_figure WHERE figure_id = figure.id)
WHERE figure.status = 'disputed';
