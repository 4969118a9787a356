-- title: Quality of the data by region and family of checks
-- titleZh: 数据质量排行（分地区、核对类别）
-- parameter: region text optional Code of the region or the beginning of one, or part of its name
-- parameter: year integer optional Fiscal year
-- parameter: agency text optional Part of the name of the body

-- Evaluations of each family of checks, the worst regions first. `violation_percent` is the share in those that could be decided. The
-- worst residual is the largest gap of a violation in money, with the report that has it.
-- Evaluations are counted within each report by the index (report_id, check_id, outcome), without looking at the rows; only violations are.
WITH chosen AS MATERIALIZED (
  SELECT report_id, region_code, region_name
  FROM v_report AS report
  WHERE report.newest = 1
    AND (:region IS NULL OR substr(report.region_code, 1, length(:region)) = :region OR instr(report.region_name, :region) > 0)
    AND (:year IS NULL OR report.fiscal_year = :year)
    AND (:agency IS NULL OR instr(report.agency, :agency) > 0)
),
counted AS MATERIALIZED (
  SELECT report_id, check_id, outcome, count(*) AS evaluations
  FROM check_result
  WHERE report_id IN (SELECT report_id FROM chosen)
  GROUP BY report_id, check_id, outcome
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
  FROM counted
  JOIN chosen ON chosen.report_id = counted.report_id
  CROSS JOIN check_result
    ON check_result.report_id = counted.report_id
    AND check_result.check_id = counted.check_id
    AND check_result.outcome = counted.outcome
  WHERE counted.outcome = 'violation' AND check_result.gap_fen IS NOT NULL
),
counts AS (
  SELECT
    chosen.region_code,
    chosen.region_name,
    substr(counted.check_id, 1, instr(counted.check_id, '/') - 1) AS family,
    count(DISTINCT counted.report_id) AS reports,
    sum(iif(counted.outcome = 'exact', counted.evaluations, 0)) AS exact,
    sum(iif(counted.outcome = 'rounding', counted.evaluations, 0)) AS rounding,
    sum(iif(counted.outcome = 'violation', counted.evaluations, 0)) AS violation,
    sum(iif(counted.outcome = 'unresolved', counted.evaluations, 0)) AS unresolved,
    sum(iif(counted.outcome = 'not-applicable', counted.evaluations, 0)) AS not_applicable,
    sum(iif(counted.outcome IN ('exact', 'rounding', 'violation'), counted.evaluations, 0)) AS decided
  FROM counted
  JOIN chosen ON chosen.report_id = counted.report_id
  WHERE instr(counted.check_id, '/') > 0
  GROUP BY chosen.region_code, chosen.region_name, family
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
