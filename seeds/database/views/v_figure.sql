-- Every figure of every report with all that is known of it, one row a figure.
CREATE VIEW v_figure AS
SELECT
  cell.figure_id,
  report.id AS report_id,
  report.file,
  report.agency,
  report.fiscal_year,
  report.kind AS report_kind,
  statement.id AS statement_id,
  statement.ordinal AS statement_ordinal,
  statement.kind AS statement_kind,
  statement.title AS statement_title,
  statement.unit,
  row_.ordinal AS row_ordinal,
  row_.panel,
  row_.row_key,
  row_.label,
  row_.code_scheme,
  row_.code,
  cell.column_ordinal,
  cell.column_key,
  cell.header,
  cell.phase,
  statement.ordinal || '/' || row_.ordinal || '/' || cell.column_key AS figure_path,
  cell.printed,
  cell.reading,
  cell.amount_fen,
  cell.amount_yuan,
  cell.step_fen,
  cell.status,
  cell.confidence,
  cell.page,
  cell.box_left,
  cell.box_top,
  cell.box_right,
  cell.box_bottom
FROM report
JOIN statement ON statement.report_id = report.id
JOIN statement_row AS row_ ON row_.statement_id = statement.id
JOIN v_cell AS cell ON cell.row_id = row_.id;
