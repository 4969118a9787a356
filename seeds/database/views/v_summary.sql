-- 收入支出决算总表 in one row a report, as report_summary keeps it.
-- Current reports only: a report that was published again counts once.
CREATE VIEW v_summary AS
SELECT
  report.id AS report_id,
  report.file,
  report.agency,
  report.fiscal_year,
  report.kind AS report_kind,
  line.revenue_fen,
  line.revenue_yuan,
  line.expenditure_fen,
  line.expenditure_yuan,
  line.opening_fen,
  line.opening_yuan,
  line.closing_fen,
  line.closing_yuan,
  line.use_nonfiscal_surplus_fen,
  line.use_nonfiscal_surplus_yuan,
  line.surplus_distribution_fen,
  line.surplus_distribution_yuan,
  line.revenue_grand_total_fen,
  line.revenue_grand_total_yuan,
  line.expenditure_grand_total_fen,
  line.expenditure_grand_total_yuan,
  line.page,
  line.box_left,
  line.box_top,
  line.box_right,
  line.box_bottom
FROM report
JOIN report_summary AS line ON line.report_id = report.id
WHERE report.is_current = 1;
