-- title: Share of outsourcing (30227) in operating expenses
-- titleZh: 委托业务费（30227）占公用经费的比重
-- parameter: agency text optional Part of the name of the body
-- parameter: year integer optional Fiscal year
-- parameter: report integer optional Number of a report (see the query reports); without it the newest of each body, scope and year

-- Basic expenditure of the general public budget by economic code. NULL where the total of 公用经费 is zero or was not read.
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
  place.page,
  place.box_left,
  place.box_top,
  place.box_right,
  place.box_bottom,
  whole_place.page AS public_page
FROM v_report AS report
CROSS JOIN report_basic_part AS outsourced ON outsourced.report_id = report.report_id AND outsourced.part = 'outsourcing'
LEFT JOIN report_basic_part AS whole ON whole.report_id = report.report_id AND whole.part = 'public'
LEFT JOIN figure_place AS place ON place.figure_id = outsourced.figure_id AND place.ordinal = 0
LEFT JOIN figure_place AS whole_place ON whole_place.figure_id = whole.figure_id AND whole_place.ordinal = 0
WHERE outsourced.reading <> 'blank'
  AND iif(:report IS NULL, report.newest = 1, report.report_id = :report)
  AND (:agency IS NULL OR instr(report.agency, :agency) > 0)
  AND (:year IS NULL OR report.fiscal_year = :year)
ORDER BY CASE WHEN whole.amount_fen > 0 THEN (20000 * abs(outsourced.amount_fen) + abs(whole.amount_fen)) / (2 * abs(whole.amount_fen)) END DESC NULLS LAST, report.agency;
