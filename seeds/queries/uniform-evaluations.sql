-- title: Reports whose self-evaluations are suspiciously uniform
-- titleZh: 绩效自评过于整齐的报告
-- parameter: agency text optional Part of the name of the body
-- parameter: year integer optional Fiscal year
-- parameter: region text optional Code of the region or the beginning of one, or part of its name

-- Three projects or more, every one of them 优. Marks with two decimals.
WITH table_ AS (
  SELECT evaluation.report_id, evaluation.grade_word, total.value AS score
  FROM v_report AS report
  CROSS JOIN evaluation ON evaluation.report_id = report.report_id
  LEFT JOIN quantity AS total ON total.evaluation_id = evaluation.id AND total.role = 'total-score'
  WHERE report.newest = 1
    AND (:agency IS NULL OR instr(report.agency, :agency) > 0)
    AND (:year IS NULL OR report.fiscal_year = :year)
    AND (:region IS NULL OR substr(report.region_code, 1, length(:region)) = :region OR instr(report.region_name, :region) > 0)
),
uniform AS MATERIALIZED (
  SELECT
    report_id,
    count(*) AS projects,
    count(score) AS scores,
    min(score) AS lowest,
    max(score) AS highest,
    (2 * sum(score) + 100 * count(score)) / (200 * count(score)) AS mean_hundredths
  FROM table_
  GROUP BY report_id
  HAVING count(*) >= 3 AND sum(grade_word IS '优') = count(*)
),
-- The indicators of these reports only.
marked AS (
  SELECT
    uniform.report_id,
    count(indicator.id) AS indicators,
    count(CASE WHEN score.value = weight.value THEN 1 END) AS full_marks,
    count(CASE WHEN indicator.deviation NOT IN ('', '无', '无偏差', '无。', '/', '—', '-', '--', '——', '不涉及', '不适用') THEN 1 END) AS deviations
  FROM uniform
  CROSS JOIN evaluation ON evaluation.report_id = uniform.report_id
  LEFT JOIN evaluation_indicator AS indicator ON indicator.evaluation_id = evaluation.id
  LEFT JOIN quantity AS weight ON weight.indicator_id = indicator.id AND weight.role = 'weight'
  LEFT JOIN quantity AS score ON score.indicator_id = indicator.id AND score.role = 'score'
  GROUP BY uniform.report_id
)
SELECT
  report.agency,
  report.region_name,
  report.scope,
  report.fiscal_year,
  projects,
  scores,
  printf('%d.%02d', lowest / 10000, lowest % 10000 / 100) AS lowest_score,
  printf('%d.%02d', mean_hundredths / 100, mean_hundredths % 100) AS mean_score,
  printf('%d.%02d', highest / 10000, highest % 10000 / 100) AS highest_score,
  indicators,
  full_marks,
  deviations AS deviations_explained,
  report.report_id,
  report.file,
  (SELECT min(page) FROM evaluation JOIN evaluation_place AS place ON place.evaluation_id = evaluation.id
    WHERE evaluation.report_id = report.report_id) AS first_page
FROM uniform
JOIN marked ON marked.report_id = uniform.report_id
JOIN v_report AS report ON report.report_id = uniform.report_id
ORDER BY projects DESC, report.agency, report.fiscal_year;
