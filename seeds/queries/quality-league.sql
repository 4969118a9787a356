-- title: Quality of the data by region and family of checks
-- titleZh: 数据质量排行（分地区、核对类别）
-- parameter: region text optional Code of the region or the beginning of one, or part of its name
-- parameter: year integer optional Fiscal year
-- parameter: agency text optional Part of the name of the body

-- Evaluations of each family of checks, the worst regions first. `violation_percent` is the share in those that could be decided. The
-- worst residual is the largest gap of a violation in money, with the report that has it.
WITH result AS (
  SELECT
    report.report_id,
    report.region_code,
    report.region_name,
    substr(check_result.check_id, 1, instr(check_result.check_id, '/') - 1) AS family,
    check_result.check_id,
    check_result.outcome,
    iif(check_result.outcome = 'violation', abs(check_result.gap_fen), NULL) AS residual_fen
  FROM v_report AS report
  CROSS JOIN check_result ON check_result.report_id = report.report_id
  WHERE report.newest = 1
    AND instr(check_result.check_id, '/') > 0
    AND (:region IS NULL OR substr(report.region_code, 1, length(:region)) = :region OR instr(report.region_name, :region) > 0)
    AND (:year IS NULL OR report.fiscal_year = :year)
    AND (:agency IS NULL OR instr(report.agency, :agency) > 0)
),
ranked AS (
  SELECT *, row_number() OVER (PARTITION BY region_code, region_name, family ORDER BY residual_fen DESC NULLS LAST) AS rank FROM result
),
league AS (
  SELECT
    region_code,
    region_name,
    family,
    count(DISTINCT report_id) AS reports,
    sum(outcome = 'exact') AS exact,
    sum(outcome = 'rounding') AS rounding,
    sum(outcome = 'violation') AS violation,
    sum(outcome = 'unresolved') AS unresolved,
    sum(outcome = 'not-applicable') AS not_applicable,
    sum(outcome IN ('exact', 'rounding', 'violation')) AS decided,
    max(residual_fen) AS residual_fen,
    max(iif(rank = 1 AND residual_fen IS NOT NULL, check_id, NULL)) AS worst_check,
    max(iif(rank = 1 AND residual_fen IS NOT NULL, report_id, NULL)) AS worst_report_id
  FROM ranked
  GROUP BY region_code, region_name, family
)
SELECT
  region_code,
  region_name,
  family,
  reports,
  exact,
  rounding,
  violation,
  unresolved,
  not_applicable,
  CASE WHEN decided > 0 THEN printf('%s%d.%02d', iif(violation < 0 AND (20000 * abs(violation) + abs(decided)) / (2 * abs(decided)) > 0, '-', ''), (20000 * abs(violation) + abs(decided)) / (2 * abs(decided)) / 100, (20000 * abs(violation) + abs(decided)) / (2 * abs(decided)) % 100) END AS violation_percent,
  residual_fen AS worst_residual_fen,
  CASE WHEN residual_fen IS NOT NULL THEN printf('%s%d.%02d', iif(residual_fen < 0, '-', ''), abs(residual_fen) / 100, abs(residual_fen) % 100) END AS worst_residual_yuan,
  worst_check,
  worst_report_id
FROM league
ORDER BY CASE WHEN decided > 0 THEN violation * 1000000 / decided END DESC NULLS LAST, violation DESC, region_code, family;
