-- title: Growth rates of the prose that do not recompute
-- titleZh: 情况说明中复算不符的增减比例
-- parameter: agency text optional Part of the name of the body
-- parameter: year integer optional Fiscal year
-- parameter: report integer optional Number of a report (see the query reports); without it the newest of each body, scope and year

-- Results of the check change/percent: each printed number is taken with its half step.
SELECT
  report.agency,
  report.fiscal_year,
  check_result.subject,
  claim.label,
  claim.code,
  amount.decimal AS amount_yuan,
  claim.direction,
  change.decimal AS change_yuan,
  check_result.left_text AS printed_percent,
  check_result.right_text AS recomputed,
  claim.text,
  report.report_id,
  report.file,
  place.page,
  place.box_left,
  place.box_top,
  place.box_right,
  place.box_bottom
FROM v_report AS report
CROSS JOIN check_result ON check_result.report_id = report.report_id
JOIN check_quantity AS link ON link.check_result_id = check_result.id
JOIN quantity AS percent ON percent.id = link.quantity_id AND percent.role = 'percent'
JOIN claim ON claim.id = percent.claim_id
LEFT JOIN quantity AS amount ON amount.claim_id = claim.id AND amount.role = 'amount'
LEFT JOIN quantity AS change ON change.claim_id = claim.id AND change.role = 'change'
LEFT JOIN quantity_place AS place ON place.quantity_id = percent.id AND place.ordinal = 0
WHERE iif(:report IS NULL, report.newest = 1, report.report_id = :report)
  AND check_result.check_id = 'change/percent'
  AND check_result.outcome = 'violation'
  AND (:agency IS NULL OR instr(report.agency, :agency) > 0)
  AND (:year IS NULL OR report.fiscal_year = :year)
ORDER BY report.report_id, check_result.ordinal;
