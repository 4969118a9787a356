-- title: Share of small and micro firms in procurement, lowest first
-- titleZh: 政府采购授予中小、小微企业的占比（由低到高）
-- parameter: agency text optional Part of the name of the body
-- parameter: year integer optional Fiscal year
-- parameter: region text optional Code of the region or the beginning of one, or part of its name

-- As the prose of the final accounts states the amounts. Shares are recomputed from the amounts; a share is NULL where an amount is
-- not stated or nothing was procured.
WITH stated AS (
  SELECT
    report.report_id,
    claim.subject,
    quantity.value AS fen,
    place.page,
    place.box_left,
    place.box_top,
    place.box_right,
    place.box_bottom,
    row_number() OVER (PARTITION BY report.report_id, claim.subject ORDER BY claim.ordinal) AS choice
  -- CROSS JOIN: SQLite must begin with the claims, which are few, not with the reports and all that each of them claims.
  FROM claim
  CROSS JOIN v_report AS report ON report.report_id = claim.report_id
  JOIN quantity ON quantity.claim_id = claim.id AND quantity.role = 'amount' AND quantity.value IS NOT NULL
  LEFT JOIN quantity_place AS place ON place.quantity_id = quantity.id AND place.ordinal = 0
  WHERE report.newest = 1
    AND report.report_kind = 'final-accounts'
    AND claim.subject IN ('procurement', 'procurement-sme', 'procurement-micro')
    AND claim.year = 'current'
    AND (claim.phase = 'executed' OR claim.phase IS NULL)
    AND (:agency IS NULL OR instr(report.agency, :agency) > 0)
    AND (:year IS NULL OR report.fiscal_year = :year)
    AND (:region IS NULL OR substr(report.region_code, 1, length(:region)) = :region OR instr(report.region_name, :region) > 0)
),
amounts AS (
  SELECT
    report_id,
    max(fen) FILTER (WHERE subject = 'procurement') AS total_fen,
    max(fen) FILTER (WHERE subject = 'procurement-sme') AS sme_fen,
    max(fen) FILTER (WHERE subject = 'procurement-micro') AS micro_fen,
    max(page) FILTER (WHERE subject = 'procurement') AS page,
    max(box_left) FILTER (WHERE subject = 'procurement') AS box_left,
    max(box_top) FILTER (WHERE subject = 'procurement') AS box_top,
    max(box_right) FILTER (WHERE subject = 'procurement') AS box_right,
    max(box_bottom) FILTER (WHERE subject = 'procurement') AS box_bottom
  FROM stated
  WHERE choice = 1
  GROUP BY report_id
),
shares AS (
  SELECT
    *,
    CASE WHEN total_fen > 0 AND sme_fen >= 0 THEN (20000 * abs(sme_fen) + abs(total_fen)) / (2 * abs(total_fen)) END AS sme_hundredths,
    CASE WHEN total_fen > 0 AND micro_fen >= 0 THEN (20000 * abs(micro_fen) + abs(total_fen)) / (2 * abs(total_fen)) END AS micro_hundredths
  FROM amounts
)
SELECT
  report.agency,
  report.region_name,
  report.scope,
  report.fiscal_year,
  total_fen,
  printf('%s%d.%02d', iif(total_fen < 0, '-', ''), abs(total_fen) / 100, abs(total_fen) % 100) AS total_yuan,
  sme_fen,
  CASE WHEN sme_fen IS NOT NULL THEN printf('%s%d.%02d', iif(sme_fen < 0, '-', ''), abs(sme_fen) / 100, abs(sme_fen) % 100) END AS sme_yuan,
  micro_fen,
  CASE WHEN micro_fen IS NOT NULL THEN printf('%s%d.%02d', iif(micro_fen < 0, '-', ''), abs(micro_fen) / 100, abs(micro_fen) % 100) END AS micro_yuan,
  CASE WHEN sme_hundredths IS NOT NULL THEN printf('%d.%02d', sme_hundredths / 100, sme_hundredths % 100) END AS sme_percent,
  CASE WHEN micro_hundredths IS NOT NULL THEN printf('%d.%02d', micro_hundredths / 100, micro_hundredths % 100) END AS micro_percent,
  report.report_id,
  report.file,
  page,
  box_left,
  box_top,
  box_right,
  box_bottom
FROM shares
JOIN v_report AS report ON report.report_id = shares.report_id
WHERE total_fen IS NOT NULL
ORDER BY sme_hundredths NULLS LAST, micro_hundredths NULLS LAST, total_fen DESC, report.agency;
