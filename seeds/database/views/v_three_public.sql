-- “三公”经费: one row an item, as report_three_public keeps it, with the words of the table.
-- CROSS JOIN: report by report, so that an answer in their order need not be complete before its first row is there.
-- Current reports only: a report that was published again counts once.
CREATE VIEW v_three_public AS
SELECT
  report.id AS report_id,
  report.file,
  report.agency,
  report.fiscal_year,
  report.kind AS report_kind,
  statement.title AS statement_title,
  cell.item,
  row_.label,
  column_.header,
  cell.phase,
  cell.of_year,
  figure.amount_fen,
  figure.amount_yuan,
  figure.printed,
  figure.status,
  cell.page,
  cell.box_left,
  cell.box_top,
  cell.box_right,
  cell.box_bottom
FROM report
CROSS JOIN report_three_public AS cell ON cell.report_id = report.id
CROSS JOIN figure ON figure.id = cell.figure_id
JOIN statement_column AS column_ ON column_.id = figure.column_id
JOIN statement_row AS row_ ON row_.id = figure.row_id
JOIN statement ON statement.id = row_.statement_id
WHERE report.is_current = 1;
