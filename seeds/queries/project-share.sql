-- title: Share of project expenditure, by region and year
-- titleZh: 项目支出占本年支出的比重（分地区、年度）
-- parameter: region text optional Code of the region or the beginning of one, or part of its name
-- parameter: year integer optional Fiscal year
-- parameter: agency text optional Part of the name of the body

-- 支出决算表, row 合计. Departments and units are kept apart. Reports whose total or project expenditure could not be read are counted
-- in `left_out`. With one report in the group its page and box are given.
WITH line AS (
  SELECT
    report.report_id,
    report.file,
    report.region_code,
    report.region_name,
    report.fiscal_year,
    report.scope,
    total.amount_fen AS total_fen,
    CASE project.reading WHEN 'amount' THEN project.amount_fen WHEN 'unreadable' THEN NULL ELSE 0 END AS project_fen,
    place.page,
    place.box_left,
    place.box_top,
    place.box_right,
    place.box_bottom
  FROM v_report AS report
  CROSS JOIN statement_row AS row_ ON row_.statement_id = (
    SELECT id FROM statement
    WHERE statement.report_id = report.report_id AND statement.kind = 'expenditure'
    ORDER BY declared_empty, ordinal LIMIT 1
  )
  CROSS JOIN figure AS total ON total.row_id = row_.id AND total.column_key = 'total'
  LEFT JOIN figure AS project ON project.row_id = row_.id AND project.column_key = 'project'
  LEFT JOIN figure_place AS place ON place.figure_id = project.id AND place.ordinal = 0
  WHERE report.newest = 1
    AND report.report_kind = 'final-accounts'
    AND row_.row_key = 'total'
    AND (:region IS NULL OR substr(report.region_code, 1, length(:region)) = :region OR instr(report.region_name, :region) > 0)
    AND (:year IS NULL OR report.fiscal_year = :year)
    AND (:agency IS NULL OR instr(report.agency, :agency) > 0)
),
grouped AS (
  SELECT
    region_code,
    region_name,
    fiscal_year,
    scope,
    sum(total_fen IS NOT NULL AND project_fen IS NOT NULL) AS reports,
    sum(total_fen IS NULL OR project_fen IS NULL) AS left_out,
    sum(total_fen) FILTER (WHERE project_fen IS NOT NULL) AS total_fen,
    sum(project_fen) FILTER (WHERE total_fen IS NOT NULL) AS project_fen,
    count(*) AS lines,
    max(report_id) AS report_id,
    max(file) AS file,
    max(page) AS page,
    max(box_left) AS box_left,
    max(box_top) AS box_top,
    max(box_right) AS box_right,
    max(box_bottom) AS box_bottom
  FROM line
  GROUP BY region_code, region_name, fiscal_year, scope
)
SELECT
  region_code,
  region_name,
  fiscal_year,
  scope,
  reports,
  left_out,
  total_fen,
  CASE WHEN total_fen IS NOT NULL THEN printf('%s%d.%02d', iif(total_fen < 0, '-', ''), abs(total_fen) / 100, abs(total_fen) % 100) END AS total_yuan,
  project_fen,
  CASE WHEN project_fen IS NOT NULL THEN printf('%s%d.%02d', iif(project_fen < 0, '-', ''), abs(project_fen) / 100, abs(project_fen) % 100) END AS project_yuan,
  CASE WHEN total_fen <> 0 THEN printf('%s%d.%02d', iif((project_fen < 0) <> (total_fen < 0) AND (20000 * abs(project_fen) + abs(total_fen)) / (2 * abs(total_fen)) > 0, '-', ''), (20000 * abs(project_fen) + abs(total_fen)) / (2 * abs(total_fen)) / 100, (20000 * abs(project_fen) + abs(total_fen)) / (2 * abs(total_fen)) % 100) END AS project_percent,
  iif(lines = 1, report_id, NULL) AS report_id,
  iif(lines = 1, file, NULL) AS file,
  iif(lines = 1, page, NULL) AS page,
  iif(lines = 1, box_left, NULL) AS box_left,
  iif(lines = 1, box_top, NULL) AS box_top,
  iif(lines = 1, box_right, NULL) AS box_right,
  iif(lines = 1, box_bottom, NULL) AS box_bottom
FROM grouped
ORDER BY region_code, fiscal_year, scope;
