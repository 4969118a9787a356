-- title: Carry-overs that do not pass from one year to the next
-- titleZh: 年度结转衔接不上的单位
-- parameter: agency text optional Part of the name of the body
-- parameter: year integer optional Fiscal year
-- parameter: region text optional Code of the region or the beginning of one, or part of its name

-- 年末结转和结余 of one year against 年初结转和结余 of the next, all funds and fiscal appropriations. `year`: that of the opening. Not
-- listed: a year whose predecessor is not in the database, and a gap that the units of the two tables explain.
WITH balance AS MATERIALIZED (
  SELECT
    report.report_id,
    report.file,
    report.agency,
    report.agency_key,
    report.region_code,
    report.scope,
    report.fiscal_year,
    line.statement_kind AS kind,
    line.row_key,
    line.figure_id,
    line.amount_fen,
    line.step_fen,
    line.status
  FROM v_report AS report
  CROSS JOIN report_balance AS line ON line.report_id = report.report_id
  WHERE report.newest = 1
    AND report.report_kind = 'final-accounts'
    AND line.amount_fen IS NOT NULL
    AND (:agency IS NULL OR instr(report.agency, :agency) > 0)
    AND (:region IS NULL OR substr(report.region_code, 1, length(:region)) = :region OR instr(report.region_name, :region) > 0)
),
chain AS (
  SELECT
    opening.*,
    closing.amount_fen AS closing_fen,
    closing.report_id AS closing_report_id,
    closing.file AS closing_file,
    closing.figure_id AS closing_figure_id,
    iif(opening.step_fen = closing.step_fen, 0, max(opening.step_fen, closing.step_fen)) AS coarser_step
  FROM balance AS opening
  JOIN balance AS closing
    ON closing.agency_key = opening.agency_key AND closing.region_code IS opening.region_code
    AND closing.scope IS opening.scope AND closing.kind = opening.kind
    AND closing.fiscal_year = opening.fiscal_year - 1 AND closing.row_key = 'closing'
  WHERE opening.row_key = 'opening'
    AND (:year IS NULL OR opening.fiscal_year = :year)
)
SELECT
  agency,
  scope,
  fiscal_year,
  iif(kind = 'appropriations', '财政拨款', '全部资金') AS funds,
  closing_fen,
  printf('%s%d.%02d', iif(closing_fen < 0, '-', ''), abs(closing_fen) / 100, abs(closing_fen) % 100) AS closing_yuan,
  amount_fen AS opening_fen,
  printf('%s%d.%02d', iif(amount_fen < 0, '-', ''), abs(amount_fen) / 100, abs(amount_fen) % 100) AS opening_yuan,
  amount_fen - closing_fen AS gap_fen,
  printf('%s%d.%02d', iif((amount_fen - closing_fen) < 0, '-', ''), abs((amount_fen - closing_fen)) / 100, abs((amount_fen - closing_fen)) % 100) AS gap_yuan,
  status,
  chain.report_id,
  file,
  place.page,
  place.box_left,
  place.box_top,
  place.box_right,
  place.box_bottom,
  closing_report_id,
  closing_file,
  closing_place.page AS closing_page
FROM chain
LEFT JOIN figure_place AS place ON place.figure_id = chain.figure_id AND place.ordinal = 0
LEFT JOIN figure_place AS closing_place ON closing_place.figure_id = chain.closing_figure_id AND closing_place.ordinal = 0
-- Tables printed in different units agree when they do within half a place of the coarser one.
WHERE 2 * abs(amount_fen - closing_fen) > coarser_step
ORDER BY abs(amount_fen - closing_fen) DESC, agency, fiscal_year;
