-- 财政拨款收入支出决算总表: the fiscal-appropriation account by fund, both panels.
-- The page and the box are those of the total, or of the first figure that the row has.
-- CROSS JOIN: report by report, so that an answer in their order need not be complete before its first row is there.
-- Current reports only: a report that was published again counts once.
CREATE VIEW v_appropriations AS
SELECT
  report.id AS report_id,
  report.file,
  report.agency,
  report.fiscal_year,
  report.kind AS report_kind,
  statement.kind AS statement_kind,
  statement.title AS statement_title,
  row_.panel,
  row_.row_key,
  row_.label,
  coalesce(total.amount_fen, amount.amount_fen) AS total_fen,
  coalesce(total.amount_yuan, amount.amount_yuan) AS total_yuan,
  general_budget.amount_fen AS general_budget_fen,
  general_budget.amount_yuan AS general_budget_yuan,
  government_funds.amount_fen AS government_funds_fen,
  government_funds.amount_yuan AS government_funds_yuan,
  state_capital.amount_fen AS state_capital_fen,
  state_capital.amount_yuan AS state_capital_yuan,
  coalesce(total.status, amount.status) AS total_status,
  place.page,
  place.box_left,
  place.box_top,
  place.box_right,
  place.box_bottom
FROM report
CROSS JOIN statement ON statement.report_id = report.id
CROSS JOIN statement_row AS row_ ON row_.statement_id = statement.id
LEFT JOIN figure AS total ON total.row_id = row_.id AND total.column_key = 'total'
LEFT JOIN figure AS amount ON amount.row_id = row_.id AND amount.column_key = 'amount'
LEFT JOIN figure AS general_budget ON general_budget.row_id = row_.id AND general_budget.column_key = 'general-budget'
LEFT JOIN figure AS government_funds ON government_funds.row_id = row_.id AND government_funds.column_key = 'government-funds'
LEFT JOIN figure AS state_capital ON state_capital.row_id = row_.id AND state_capital.column_key = 'state-capital'
LEFT JOIN figure_place AS place
  ON place.ordinal = 0 AND place.figure_id = coalesce(total.id, amount.id, general_budget.id, government_funds.id, state_capital.id)
WHERE report.is_current = 1
  AND statement.kind = 'appropriations';
