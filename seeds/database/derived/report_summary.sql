-- 收入支出决算总表 in one row a report. Where a table prints several phases, the executed column (of a budget: the
-- approved one) counts. The box is drawn around the eight figures as far as they stand on the first of their pages.
WITH candidate AS (
  SELECT
    report.id AS report_id,
    row_.panel,
    row_.row_key,
    figure.amount_fen,
    place.page,
    place.box_left,
    place.box_top,
    place.box_right,
    place.box_bottom,
    row_number() OVER (
      PARTITION BY report.id, row_.panel, row_.row_key
      ORDER BY
        statement.ordinal,
        CASE
          WHEN column_.phase IS NULL THEN 1
          WHEN column_.phase = iif(report.kind = 'budget', 'approved', 'executed') THEN 0
          ELSE 2
        END,
        row_.ordinal,
        column_.ordinal
    ) AS choice,
    min(place.page) OVER (PARTITION BY report.id) AS first_page
  FROM report
  CROSS JOIN statement ON statement.report_id = report.id
  CROSS JOIN statement_row AS row_ ON row_.statement_id = statement.id
  CROSS JOIN figure ON figure.row_id = row_.id
  JOIN statement_column AS column_ ON column_.id = figure.column_id
  LEFT JOIN figure_place AS place ON place.figure_id = figure.id AND place.ordinal = 0
  WHERE report.id BETWEEN :first AND :last
    AND statement.kind = 'revenue-and-expenditure'
    AND row_.row_key IN (
      'current-total', 'opening', 'use-nonfiscal-surplus', 'grand-total', 'closing', 'surplus-distribution'
    )
    AND (
      row_.row_key IN ('current-total', 'grand-total')
      OR (row_.panel = 'revenue' AND row_.row_key IN ('opening', 'use-nonfiscal-surplus'))
      OR (row_.panel = 'expenditure' AND row_.row_key IN ('closing', 'surplus-distribution'))
    )
    AND row_.panel IS NOT NULL
)
SELECT
  report_id,
  max(amount_fen) FILTER (WHERE panel = 'revenue' AND row_key = 'current-total') AS revenue_fen,
  max(amount_fen) FILTER (WHERE panel = 'expenditure' AND row_key = 'current-total') AS expenditure_fen,
  max(amount_fen) FILTER (WHERE panel = 'revenue' AND row_key = 'opening') AS opening_fen,
  max(amount_fen) FILTER (WHERE panel = 'expenditure' AND row_key = 'closing') AS closing_fen,
  max(amount_fen) FILTER (WHERE panel = 'revenue' AND row_key = 'use-nonfiscal-surplus') AS use_nonfiscal_surplus_fen,
  max(amount_fen) FILTER (WHERE panel = 'expenditure' AND row_key = 'surplus-distribution') AS surplus_distribution_fen,
  max(amount_fen) FILTER (WHERE panel = 'revenue' AND row_key = 'grand-total') AS revenue_grand_total_fen,
  max(amount_fen) FILTER (WHERE panel = 'expenditure' AND row_key = 'grand-total') AS expenditure_grand_total_fen,
  first_page AS page,
  min(box_left) FILTER (WHERE page = first_page) AS box_left,
  min(box_top) FILTER (WHERE page = first_page) AS box_top,
  max(box_right) FILTER (WHERE page = first_page) AS box_right,
  max(box_bottom) FILTER (WHERE page = first_page) AS box_bottom
FROM candidate
WHERE choice = 1
GROUP BY report_id
