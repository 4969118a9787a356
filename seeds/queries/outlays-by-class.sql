-- title: Outlays by function class, region and year
-- titleZh: 各地区各年度支出（按功能分类的类）
-- parameter: region text optional Code of the region or the beginning of one, or part of its name
-- parameter: year integer optional Fiscal year
-- parameter: agency text optional Part of the name of the body

-- Final accounts only. Departments and units are kept apart: the accounts of a department hold those of its units. Where a table
-- prints no row for a class, its rows of the next level count. `unconfirmed`: totals that no identity confirms; `unreadable`: not summed.
SELECT
  report.region_code,
  report.region_name,
  report.fiscal_year,
  report.scope,
  class.class_code,
  max(class.class_name) AS class_name,
  count(*) AS reports,
  ifnull(sum(class.total_fen), 0) AS total_fen,
  printf('%s%d.%02d', iif(ifnull(sum(class.total_fen), 0) < 0, '-', ''), abs(ifnull(sum(class.total_fen), 0)) / 100, abs(ifnull(sum(class.total_fen), 0)) % 100) AS total_yuan,
  sum(class.unconfirmed) AS unconfirmed,
  sum(class.unreadable) AS unreadable
FROM v_report AS report
CROSS JOIN report_outlay_class AS class ON class.report_id = report.report_id
WHERE report.report_kind = 'final-accounts'
  AND report.newest = 1
  AND (:region IS NULL OR substr(report.region_code, 1, length(:region)) = :region OR instr(report.region_name, :region) > 0)
  AND (:year IS NULL OR report.fiscal_year = :year)
  AND (:agency IS NULL OR instr(report.agency, :agency) > 0)
GROUP BY report.region_code, report.region_name, report.fiscal_year, report.scope, class.class_code
ORDER BY report.region_code, report.fiscal_year, report.scope, class.class_code;
