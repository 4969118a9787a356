-- title: Three public expenses of each body over the years
-- titleZh: 各单位“三公”经费逐年变化
-- parameter: agency text optional Part of the name of the body
-- parameter: year integer optional Fiscal year
-- parameter: item text optional total, abroad, vehicle, vehicle-purchase, vehicle-operation or reception

-- Final accounts only. The change is NULL where the accounts of the year before are not in the database or could not be read, the
-- percentage also where the year before is zero.
WITH candidate AS (
  SELECT
    report.report_id,
    report.file,
    report.agency,
    report.agency_key,
    report.region_code,
    report.scope,
    report.fiscal_year,
    cell.item,
    cell.amount_fen,
    cell.status,
    cell.page,
    cell.box_left,
    cell.box_top,
    cell.box_right,
    cell.box_bottom,
    row_number() OVER (PARTITION BY report.report_id, cell.item ORDER BY cell.phase IS NULL, cell.page, cell.box_top, cell.ordinal) AS choice
  FROM v_report AS report
  CROSS JOIN report_three_public AS cell ON cell.report_id = report.report_id
  WHERE report.report_kind = 'final-accounts'
    AND report.newest = 1
    AND report.agency IS NOT NULL
    AND (cell.phase = 'executed' OR cell.phase IS NULL)
    AND cell.of_year = report.fiscal_year
    AND (:agency IS NULL OR instr(report.agency, :agency) > 0)
    AND (:item IS NULL OR cell.item = :item)
),
trend AS (
  SELECT
    *,
    lag(fiscal_year) OVER body AS year_before,
    lag(amount_fen) OVER body AS fen_before
  FROM candidate
  WHERE choice = 1
  WINDOW body AS (PARTITION BY agency_key, region_code, scope, item ORDER BY fiscal_year)
),
compared AS (
  SELECT *, iif(year_before = fiscal_year - 1, fen_before, NULL) AS prior_fen FROM trend
),
rated AS (
  SELECT
    *,
    amount_fen - prior_fen AS change_fen,
    CASE WHEN prior_fen <> 0 THEN (20000 * abs((amount_fen - prior_fen)) + abs(prior_fen)) / (2 * abs(prior_fen)) END AS hundredths
  FROM compared
)
SELECT
  agency,
  scope,
  item,
  fiscal_year,
  amount_fen,
  CASE WHEN amount_fen IS NOT NULL THEN printf('%s%d.%02d', iif(amount_fen < 0, '-', ''), abs(amount_fen) / 100, abs(amount_fen) % 100) END AS amount_yuan,
  prior_fen,
  change_fen,
  CASE WHEN hundredths IS NOT NULL THEN printf('%s%d.%02d', iif((change_fen < 0) <> (prior_fen < 0) AND hundredths > 0, '-', ''), hundredths / 100, hundredths % 100) END AS change_percent,
  status,
  report_id,
  file,
  page,
  box_left,
  box_top,
  box_right,
  box_bottom
FROM rated
WHERE :year IS NULL OR fiscal_year = :year
ORDER BY agency_key, scope, item, fiscal_year;
