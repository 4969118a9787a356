-- 收入支出决算总表 in one row a report. Where a table prints several phases, the executed column (of a budget: the
-- approved one) counts. The box is drawn around the eight figures as far as they stand on the first of their pages.
-- Current reports only: a report that was published again counts once.
CREATE VIEW v_summary AS
WITH candidate AS (
  SELECT
    *,
    row_number() OVER (
      PARTITION BY report_id, panel, row_key
      ORDER BY
        statement_ordinal,
        CASE WHEN phase IS NULL THEN 1 WHEN phase = iif(report_kind = 'budget', 'approved', 'executed') THEN 0 ELSE 2 END,
        row_ordinal,
        column_ordinal
    ) AS choice,
    min(page) OVER (PARTITION BY report_id) AS first_page
  FROM v_figure
  WHERE is_current = 1
    AND statement_kind = 'revenue-and-expenditure'
    AND (panel, row_key) IN (
      VALUES
        ('revenue', 'current-total'), ('revenue', 'opening'), ('revenue', 'use-nonfiscal-surplus'),
        ('revenue', 'grand-total'), ('expenditure', 'current-total'), ('expenditure', 'closing'),
        ('expenditure', 'surplus-distribution'), ('expenditure', 'grand-total')
    )
)
SELECT
  report_id,
  file,
  agency,
  fiscal_year,
  report_kind,
  max(amount_fen) FILTER (WHERE panel = 'revenue' AND row_key = 'current-total') AS revenue_fen,
  max(amount_yuan) FILTER (WHERE panel = 'revenue' AND row_key = 'current-total') AS revenue_yuan,
  max(amount_fen) FILTER (WHERE panel = 'expenditure' AND row_key = 'current-total') AS expenditure_fen,
  max(amount_yuan) FILTER (WHERE panel = 'expenditure' AND row_key = 'current-total') AS expenditure_yuan,
  max(amount_fen) FILTER (WHERE panel = 'revenue' AND row_key = 'opening') AS opening_fen,
  max(amount_yuan) FILTER (WHERE panel = 'revenue' AND row_key = 'opening') AS opening_yuan,
  max(amount_fen) FILTER (WHERE panel = 'expenditure' AND row_key = 'closing') AS closing_fen,
  max(amount_yuan) FILTER (WHERE panel = 'expenditure' AND row_key = 'closing') AS closing_yuan,
  max(amount_fen) FILTER (WHERE panel = 'revenue' AND row_key = 'use-nonfiscal-surplus') AS use_nonfiscal_surplus_fen,
  max(amount_yuan) FILTER (WHERE panel = 'revenue' AND row_key = 'use-nonfiscal-surplus') AS use_nonfiscal_surplus_yuan,
  max(amount_fen) FILTER (WHERE panel = 'expenditure' AND row_key = 'surplus-distribution') AS surplus_distribution_fen,
  max(amount_yuan) FILTER (WHERE panel = 'expenditure' AND row_key = 'surplus-distribution') AS surplus_distribution_yuan,
  max(amount_fen) FILTER (WHERE panel = 'revenue' AND row_key = 'grand-total') AS revenue_grand_total_fen,
  max(amount_yuan) FILTER (WHERE panel = 'revenue' AND row_key = 'grand-total') AS revenue_grand_total_yuan,
  max(amount_fen) FILTER (WHERE panel = 'expenditure' AND row_key = 'grand-total') AS expenditure_grand_total_fen,
  max(amount_yuan) FILTER (WHERE panel = 'expenditure' AND row_key = 'grand-total') AS expenditure_grand_total_yuan,
  first_page AS page,
  min(box_left) FILTER (WHERE page = first_page) AS box_left,
  min(box_top) FILTER (WHERE page = first_page) AS box_top,
  max(box_right) FILTER (WHERE page = first_page) AS box_right,
  max(box_bottom) FILTER (WHERE page = first_page) AS box_bottom
FROM candidate
WHERE choice = 1
GROUP BY report_id;
