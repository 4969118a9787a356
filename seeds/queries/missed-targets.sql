-- title: Indicators below their target without a reason
-- titleZh: 未达标而“偏差原因”为无的绩效指标
-- parameter: agency text optional Part of the name of the body
-- parameter: year integer optional Fiscal year
-- parameter: report integer optional Number of a report (see the query reports); without it the newest of each body, scope and year
SELECT
  indicator.agency,
  indicator.fiscal_year,
  indicator.project,
  indicator.level1,
  indicator.level2,
  indicator.level3,
  indicator.target_printed,
  indicator.target,
  indicator.actual_printed,
  indicator.weight,
  indicator.score,
  indicator.deviation,
  indicator.report_id,
  indicator.file,
  indicator.page,
  indicator.box_left,
  indicator.box_top,
  indicator.box_right,
  indicator.box_bottom
FROM v_report AS report
CROSS JOIN v_indicator AS indicator ON indicator.report_id = report.report_id
WHERE iif(:report IS NULL, report.newest = 1, report.report_id = :report)
  AND (:agency IS NULL OR instr(report.agency, :agency) > 0)
  AND (:year IS NULL OR report.fiscal_year = :year)
  AND indicator.below = 1
  AND trim(indicator.deviation) IN ('', '无', '无偏差', '无。', '/', '—', '-', '--', '——', '不涉及', '不适用')
ORDER BY indicator.report_id, indicator.evaluation_ordinal, indicator.indicator_ordinal;
