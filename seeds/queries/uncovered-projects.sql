-- title: Project expenditure that no self-evaluation covers
-- titleZh: 未纳入绩效自评的项目支出
-- parameter: agency text optional Part of the name of the body
-- parameter: year integer optional Fiscal year
-- parameter: report integer optional Number of a report (see the query reports); without it the newest of each body, scope and year

-- 项目支出 of 支出决算表 less the executed funds of all self-evaluation tables of the report. Reports without such tables are not
-- listed. `unread`: tables whose executed funds could not be read, so that the difference is too large.
WITH evaluated AS (
  SELECT
    report.report_id,
    count(*) AS projects,
    sum(executed.value IS NULL) AS unread,
    ifnull(sum(executed.value), 0) AS evaluated_fen
  FROM v_report AS report
  CROSS JOIN evaluation ON evaluation.report_id = report.report_id
  LEFT JOIN evaluation_fund AS fund
    ON fund.evaluation_id = evaluation.id AND fund.ordinal = (
      SELECT min(ordinal) FROM evaluation_fund AS other
      WHERE other.evaluation_id = evaluation.id AND other.fund_key = 'total'
    )
  LEFT JOIN quantity AS executed ON executed.fund_id = fund.id AND executed.role = 'executed'
  WHERE iif(:report IS NULL, report.newest = 1, report.report_id = :report)
    AND (:agency IS NULL OR instr(report.agency, :agency) > 0)
    AND (:year IS NULL OR report.fiscal_year = :year)
  GROUP BY report.report_id
)
SELECT
  report.agency,
  report.scope,
  report.fiscal_year,
  projects,
  unread,
  project.amount_fen AS project_fen,
  project.amount_yuan AS project_yuan,
  evaluated_fen,
  printf('%s%d.%02d', iif(evaluated_fen < 0, '-', ''), abs(evaluated_fen) / 100, abs(evaluated_fen) % 100) AS evaluated_yuan,
  project.amount_fen - evaluated_fen AS uncovered_fen,
  printf('%s%d.%02d', iif((project.amount_fen - evaluated_fen) < 0, '-', ''), abs((project.amount_fen - evaluated_fen)) / 100, abs((project.amount_fen - evaluated_fen)) % 100) AS uncovered_yuan,
  CASE WHEN project.amount_fen > 0 THEN printf('%s%d.%02d', iif((project.amount_fen - evaluated_fen) < 0 AND (20000 * abs((project.amount_fen - evaluated_fen)) + abs(project.amount_fen)) / (2 * abs(project.amount_fen)) > 0, '-', ''), (20000 * abs((project.amount_fen - evaluated_fen)) + abs(project.amount_fen)) / (2 * abs(project.amount_fen)) / 100, (20000 * abs((project.amount_fen - evaluated_fen)) + abs(project.amount_fen)) / (2 * abs(project.amount_fen)) % 100) END AS uncovered_percent,
  project.status,
  report.report_id,
  report.file,
  place.page,
  place.box_left,
  place.box_top,
  place.box_right,
  place.box_bottom
FROM evaluated
CROSS JOIN v_report AS report ON report.report_id = evaluated.report_id
CROSS JOIN statement_row AS row_ ON row_.row_key = 'total' AND row_.statement_id = (
    SELECT id FROM statement
    WHERE statement.report_id = report.report_id AND statement.kind = 'expenditure'
    ORDER BY declared_empty, ordinal LIMIT 1
  )
CROSS JOIN figure AS project ON project.row_id = row_.id AND project.column_key = 'project'
LEFT JOIN figure_place AS place ON place.figure_id = project.id AND place.ordinal = 0
WHERE project.amount_fen IS NOT NULL
ORDER BY uncovered_fen DESC, report.agency;
