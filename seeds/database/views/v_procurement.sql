-- 政府采购 as the prose states it, one row an amount; `procurement` is the total, the others its parts.
-- Current reports only: a report that was published again counts once.
CREATE VIEW v_procurement AS
SELECT
  report_id,
  file,
  agency,
  fiscal_year,
  report_kind,
  subject,
  label,
  phase,
  of_year,
  amount_fen,
  amount_yuan,
  share_percent,
  share_of,
  amount_status,
  page,
  box_left,
  box_top,
  box_right,
  box_bottom
FROM v_claim
WHERE is_current = 1 AND subject LIKE 'procurement%';
