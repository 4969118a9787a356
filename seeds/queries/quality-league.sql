-- title: Quality of the data by region and family of checks
-- titleZh: 数据质量排行（分地区、核对类别）
-- parameter: region text optional Code of the region or the beginning of one, or part of its name
-- parameter: year integer optional Fiscal year
-- parameter: agency text optional Part of the name of the body

-- Evaluations of each family of checks, the worst regions first. `violation_percent` is the share in those that could be decided. The
-- worst residual is the largest gap of a violation in money, with the report that has it.
-- Evaluations were counted within each report when it was stored; only violations are looked at, by the index that holds no others.
WITH chosen AS MATERIALIZED (
  SELECT report_id, region_code, region_name
  FROM v_report AS report
  WHERE report.newest = 1
    AND (:region IS NULL OR substr(report.region_code, 1, length(:region)) = :region OR instr(report.region_name, :region) > 0)
    AND (:year IS NULL OR report.fiscal_year = :year)
    AND (:agency IS NULL OR instr(report.agency, :agency) > 0)
),
worst AS (
  SELECT
    chosen.region_code,
    chosen.region_name,
    substr(check_result.check_id, 1, instr(check_result.check_id, '/') - 1) AS family,
    check_result.check_id,
    check_result.report_id,
    abs(check_result.gap_fen) AS residual_fen,
    row_number() OVER (
      PARTITION BY chosen.region_code, chosen.region_name, substr(check_result.check_id, 1, instr(check_result.check_id, '/') - 1)
      ORDER BY abs(check_result.gap_fen) DESC, check_result.report_id, check_result.ordinal
    ) AS rank
  FROM chosen
  CROSS JOIN check_result INDEXED BY check_result_violation
    ON check_result.report_id = chosen.report_id AND check_result.outcome = 'violation'
  WHERE check_result.gap_fen IS NOT NULL
),
counts AS (
  SELECT
    chosen.region_code,
    chosen.region_name,
    counted.family,
    count(*) AS reports,
    sum(counted.exact) AS exact,
    sum(counted.rounding) AS rounding,
    sum(counted.violation) AS violation,
    sum(counted.unresolved) AS unresolved,
    sum(counted.not_applicable) AS not_applicable,
    sum(counted.exact + counted.rounding + counted.violation) AS decided
  FROM chosen
  CROSS JOIN report_check_family AS counted ON counted.report_id = chosen.report_id
  GROUP BY chosen.region_code, chosen.region_name, counted.family
),
league AS (
  SELECT
    counts.*,
    worst.residual_fen,
    worst.check_id AS worst_check,
    worst.report_id AS worst_report_id
  FROM counts
  LEFT JOIN worst
    ON worst.region_code IS counts.region_code AND worst.region_name IS counts.region_name AND worst.family = counts.family AND worst.rank = 1
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
