-- title: Outlays by function class, region and year
-- titleZh: 各地区各年度支出（按功能分类的类）
-- parameter: region text optional Code of the region or the beginning of one, or part of its name
-- parameter: year integer optional Fiscal year
-- parameter: agency text optional Part of the name of the body

-- Final accounts only. Departments and units are kept apart: the accounts of a department hold those of its units. Where a table
-- prints no row for a class, its rows of the next level count. `unconfirmed`: totals that no identity confirms; `unreadable`: not summed.
WITH class_row AS (
  SELECT
    report.region_code,
    report.region_name,
    report.fiscal_year,
    report.scope,
    report.report_id,
    substr(row_.code, 1, 3) AS class_code,
    iif(length(row_.code) = 3, coalesce(row_.catalogue_name, row_.label), NULL) AS class_name,
    row_.id AS row_id,
    length(row_.code) AS length,
    min(length(row_.code)) OVER (PARTITION BY row_.statement_id, substr(row_.code, 1, 3)) AS shortest
  FROM v_report AS report
  CROSS JOIN statement_row AS row_ ON row_.statement_id = (
    SELECT id FROM statement
    WHERE statement.report_id = report.report_id AND statement.kind = 'expenditure'
    ORDER BY declared_empty, ordinal LIMIT 1
  )
  WHERE report.report_kind = 'final-accounts'
    AND report.newest = 1
    AND row_.code_scheme = 'functional'
    AND row_.code_match <> 'unlikely'
    AND (:region IS NULL OR substr(report.region_code, 1, length(:region)) = :region OR instr(report.region_name, :region) > 0)
    AND (:year IS NULL OR report.fiscal_year = :year)
    AND (:agency IS NULL OR instr(report.agency, :agency) > 0)
)
SELECT
  region_code,
  region_name,
  fiscal_year,
  scope,
  class_code,
  max(class_name) AS class_name,
  count(DISTINCT class_row.report_id) AS reports,
  ifnull(sum(figure.amount_fen), 0) AS total_fen,
  printf('%s%d.%02d', iif(ifnull(sum(figure.amount_fen), 0) < 0, '-', ''), abs(ifnull(sum(figure.amount_fen), 0)) / 100, abs(ifnull(sum(figure.amount_fen), 0)) % 100) AS total_yuan,
  sum(figure.status NOT IN ('verified', 'consistent') AND figure.reading = 'amount') AS unconfirmed,
  sum(figure.reading = 'unreadable') AS unreadable
FROM class_row
CROSS JOIN figure ON figure.row_id = class_row.row_id AND figure.column_key = 'total'
WHERE length = shortest
GROUP BY region_code, region_name, fiscal_year, scope, class_code
ORDER BY region_code, fiscal_year, scope, class_code;
