-- title: Carry-over by function: revenue less expenditure of each class
-- titleZh: 按功能分类的结转：收入决算数减支出决算数
-- parameter: agency text optional Part of the name of the body
-- parameter: year integer optional Fiscal year
-- parameter: report integer optional Number of a report (see the query reports); without it the newest of each body, scope and year

-- 收入决算表 less 支出决算表, class by class, where they differ. No fault: what is left is carried forward, what is missing came
-- from the years before or from other surpluses.
SELECT
  report.agency,
  report.fiscal_year,
  class.code AS function_code,
  class.label,
  revenue_fen,
  printf('%s%d.%02d', iif(revenue_fen < 0, '-', ''), abs(revenue_fen) / 100, abs(revenue_fen) % 100) AS revenue_yuan,
  expenditure_fen,
  printf('%s%d.%02d', iif(expenditure_fen < 0, '-', ''), abs(expenditure_fen) / 100, abs(expenditure_fen) % 100) AS expenditure_yuan,
  revenue_fen - expenditure_fen AS carried_fen,
  printf('%s%d.%02d', iif((revenue_fen - expenditure_fen) < 0, '-', ''), abs((revenue_fen - expenditure_fen)) / 100, abs((revenue_fen - expenditure_fen)) % 100) AS carried_yuan,
  unconfirmed,
  report.report_id,
  report.file,
  page,
  box_left,
  box_top,
  box_right,
  box_bottom,
  revenue_page
FROM v_report AS report
CROSS JOIN report_carry_over AS class ON class.report_id = report.report_id
WHERE report.report_kind = 'final-accounts'
  AND iif(:report IS NULL, report.newest = 1, report.report_id = :report)
  AND (:agency IS NULL OR instr(report.agency, :agency) > 0)
  AND (:year IS NULL OR report.fiscal_year = :year)
ORDER BY report.report_id, class.code;
