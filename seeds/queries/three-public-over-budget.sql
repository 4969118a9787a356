-- title: Bodies whose three public expenses exceed the budget, by item
-- titleZh: “三公”经费决算超预算的单位（分项）
-- parameter: agency text optional Part of the name of the body
-- parameter: year integer optional Fiscal year
-- parameter: region text optional Code of the region or the beginning of one, or part of its name

-- The budget stands in the same table (预算数), or in the stored budget of the same body, scope and year. Without a budget there is
-- nothing to exceed: such items are not listed.
WITH item_value AS MATERIALIZED (
  SELECT
    report.report_id,
    report.file,
    report.agency,
    report.agency_key,
    report.region_code,
    report.region_name,
    report.scope,
    report.fiscal_year,
    report.report_kind,
    cell.item,
    coalesce(cell.phase, iif(report.report_kind = 'budget', 'approved', 'executed')) AS phase,
    cell.amount_fen,
    cell.status,
    cell.page,
    cell.box_left,
    cell.box_top,
    cell.box_right,
    cell.box_bottom
  FROM v_report AS report
  CROSS JOIN report_three_public AS cell ON cell.report_id = report.report_id
  WHERE report.newest = 1
    AND cell.of_year = report.fiscal_year
    AND cell.amount_fen IS NOT NULL
    AND cell.item IN ('total', 'abroad', 'vehicle', 'vehicle-purchase', 'vehicle-operation', 'reception')
    AND (:agency IS NULL OR instr(report.agency, :agency) > 0)
    AND (:year IS NULL OR report.fiscal_year = :year)
    AND (:region IS NULL OR substr(report.region_code, 1, length(:region)) = :region OR instr(report.region_name, :region) > 0)
),
compared AS (
  SELECT final.*, budget.phase AS budget_phase, budget.report_kind AS budget_from, budget.amount_fen AS budget_fen,
    budget.file AS budget_file, budget.page AS budget_page
  FROM item_value AS final
  JOIN item_value AS budget
    ON budget.report_id = final.report_id AND budget.item = final.item AND budget.phase IN ('approved', 'adjusted')
    AND budget.amount_fen < final.amount_fen
  WHERE final.report_kind = 'final-accounts' AND final.phase = 'executed'
  UNION ALL
  SELECT final.*, budget.phase, budget.report_kind, budget.amount_fen, budget.file, budget.page
  FROM item_value AS final
  JOIN item_value AS budget
    ON budget.agency_key = final.agency_key AND budget.fiscal_year = final.fiscal_year AND budget.item = final.item
    AND budget.scope IS final.scope AND budget.region_code IS final.region_code
    AND budget.report_kind = 'budget' AND budget.phase = 'approved' AND budget.amount_fen < final.amount_fen
  WHERE final.report_kind = 'final-accounts' AND final.phase = 'executed'
)
SELECT
  agency,
  scope,
  fiscal_year,
  item,
  amount_fen AS final_fen,
  printf('%s%d.%02d', iif(amount_fen < 0, '-', ''), abs(amount_fen) / 100, abs(amount_fen) % 100) AS final_yuan,
  budget_phase,
  budget_from,
  budget_fen,
  printf('%s%d.%02d', iif(budget_fen < 0, '-', ''), abs(budget_fen) / 100, abs(budget_fen) % 100) AS budget_yuan,
  amount_fen - budget_fen AS excess_fen,
  CASE WHEN budget_fen > 0 THEN printf('%s%d.%02d', iif((amount_fen - budget_fen) < 0 AND (20000 * abs((amount_fen - budget_fen)) + abs(budget_fen)) / (2 * abs(budget_fen)) > 0, '-', ''), (20000 * abs((amount_fen - budget_fen)) + abs(budget_fen)) / (2 * abs(budget_fen)) / 100, (20000 * abs((amount_fen - budget_fen)) + abs(budget_fen)) / (2 * abs(budget_fen)) % 100) END AS excess_percent,
  status,
  report_id,
  file,
  page,
  box_left,
  box_top,
  box_right,
  box_bottom,
  budget_file,
  budget_page
FROM compared
ORDER BY excess_fen DESC, agency_key, item;
