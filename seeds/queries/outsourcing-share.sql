-- title: Share of outsourcing (30227) in operating expenses
-- titleZh: 委托业务费（30227）占公用经费的比重
-- parameter: agency text optional Part of the name of the body
-- parameter: year integer optional Fiscal year
-- parameter: report integer optional Number of a report (see the query reports); without it the newest of each body, scope and year

-- Basic expenditure of the general public budget by economic code. NULL where the total of 公用经费 is zero or was not read.
WITH cell AS (
  SELECT
    report.report_id,
    row_.code,
    figure.amount_fen,
    figure.reading,
    figure.status,
    place.page,
    place.box_left,
    place.box_top,
    place.box_right,
    place.box_bottom,
    row_.code IS '30227' AS outsourcing,
    row_number() OVER (
      PARTITION BY report.report_id, row_.code IS '30227'
      ORDER BY row_.row_key = 'total', figure.column_key = 'total', row_.ordinal
    ) AS choice
  FROM v_report AS report
  CROSS JOIN statement_row AS row_ ON row_.statement_id = (
    SELECT id FROM statement
    WHERE statement.report_id = report.report_id AND statement.kind = 'general-budget-basic-expenditure'
    ORDER BY declared_empty, ordinal LIMIT 1
  )
  CROSS JOIN figure ON figure.row_id = row_.id
  LEFT JOIN figure_place AS place ON place.figure_id = figure.id AND place.ordinal = 0
  WHERE iif(:report IS NULL, report.newest = 1, report.report_id = :report)
    AND (:agency IS NULL OR instr(report.agency, :agency) > 0)
    AND (:year IS NULL OR report.fiscal_year = :year)
    -- Said again below, so that only these rows are asked for their figures.
    AND (row_.code = '30227' OR row_.row_key IN ('public-total', 'total'))
    AND (
      (row_.code_scheme = 'department-economic' AND row_.code = '30227' AND figure.column_key IN ('amount', 'total', 'public'))
      OR (row_.row_key = 'public-total' AND figure.column_key IN ('amount', 'total'))
      OR (row_.row_key = 'total' AND figure.column_key = 'public')
    )
)
SELECT
  report.agency,
  report.scope,
  report.fiscal_year,
  report.report_kind,
  outsourced.amount_fen AS outsourcing_fen,
  CASE WHEN outsourced.amount_fen IS NOT NULL THEN printf('%s%d.%02d', iif(outsourced.amount_fen < 0, '-', ''), abs(outsourced.amount_fen) / 100, abs(outsourced.amount_fen) % 100) END AS outsourcing_yuan,
  whole.amount_fen AS public_fen,
  CASE WHEN whole.amount_fen IS NOT NULL THEN printf('%s%d.%02d', iif(whole.amount_fen < 0, '-', ''), abs(whole.amount_fen) / 100, abs(whole.amount_fen) % 100) END AS public_yuan,
  CASE WHEN whole.amount_fen > 0 AND outsourced.amount_fen IS NOT NULL
    THEN printf('%s%d.%02d', iif(outsourced.amount_fen < 0 AND (20000 * abs(outsourced.amount_fen) + abs(whole.amount_fen)) / (2 * abs(whole.amount_fen)) > 0, '-', ''), (20000 * abs(outsourced.amount_fen) + abs(whole.amount_fen)) / (2 * abs(whole.amount_fen)) / 100, (20000 * abs(outsourced.amount_fen) + abs(whole.amount_fen)) / (2 * abs(whole.amount_fen)) % 100)
  END AS outsourcing_percent,
  outsourced.status,
  report.report_id,
  report.file,
  outsourced.page,
  outsourced.box_left,
  outsourced.box_top,
  outsourced.box_right,
  outsourced.box_bottom,
  whole.page AS public_page
FROM cell AS outsourced
JOIN v_report AS report ON report.report_id = outsourced.report_id
LEFT JOIN cell AS whole ON whole.report_id = outsourced.report_id AND NOT whole.outsourcing AND whole.choice = 1
WHERE outsourced.outsourcing AND outsourced.choice = 1 AND outsourced.reading <> 'blank'
ORDER BY CASE WHEN whole.amount_fen > 0 THEN (20000 * abs(outsourced.amount_fen) + abs(whole.amount_fen)) / (2 * abs(whole.amount_fen)) END DESC NULLS LAST, report.agency;
