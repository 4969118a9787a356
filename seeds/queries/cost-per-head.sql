-- title: Cost of personnel and of operation per head
-- titleZh: 人均人员经费与人均公用经费
-- parameter: agency text optional Part of the name of the body
-- parameter: year integer optional Fiscal year
-- parameter: report integer optional Number of a report (see the query reports); without it the newest of each body, scope and year

-- 人员经费 and 公用经费 of the basic expenditure of the general public budget, over the staff in post that the prose states. `staff` is
-- NULL where the prose states several numbers and no list of units tells which of them make up the whole.
WITH post AS (
  -- 编制 is what a body may have, 离退休 is who has left: neither is in post.
  SELECT fact.report_id, fact.id, fact.subject, quantity.value
  FROM v_report AS report
  CROSS JOIN fact ON fact.report_id = report.report_id
  JOIN quantity ON quantity.fact_id = fact.id
  WHERE report.report_kind = 'final-accounts'
    AND iif(:report IS NULL, report.newest = 1, report.report_id = :report)
    AND (:agency IS NULL OR instr(report.agency, :agency) > 0)
    AND (:year IS NULL OR report.fiscal_year = :year)
    AND fact.kind = 'staff'
    AND fact.label || ifnull(fact.subject, '') NOT LIKE '%编制%'
    AND fact.label || ifnull(fact.subject, '') NOT LIKE '%退休%'
),
staff AS (
  SELECT
    post.report_id,
    min(post.id) AS first_fact,
    count(*) AS numbers,
    CASE
      WHEN count(*) = 1 THEN max(post.value)
      WHEN count(*) = sum(post.subject IN (
        SELECT member.subject FROM fact AS member
        WHERE member.report_id = post.report_id AND member.kind = 'member-agency'
      )) AND count(*) = count(DISTINCT post.subject) AND count(*) = count(post.value)
      THEN sum(post.value)
    END AS value
  FROM post
  GROUP BY post.report_id
)
SELECT
  report.agency,
  report.scope,
  report.fiscal_year,
  amount.part,
  amount.amount_fen,
  CASE WHEN amount.amount_fen IS NOT NULL
    THEN printf('%s%d.%02d', iif(amount.amount_fen < 0, '-', ''), abs(amount.amount_fen) / 100, abs(amount.amount_fen) % 100)
  END AS amount_yuan,
  staff.value / 10000 AS staff,
  ifnull(staff.numbers, 0) AS staff_numbers,
  CASE WHEN staff.value > 0 THEN (2 * amount.amount_fen * 10000 + staff.value) / (2 * staff.value) END AS per_head_fen,
  CASE WHEN staff.value > 0
    THEN printf('%d.%02d', (2 * amount.amount_fen * 10000 + staff.value) / (2 * staff.value) / 100,
      (2 * amount.amount_fen * 10000 + staff.value) / (2 * staff.value) % 100)
  END AS per_head_yuan,
  amount.status,
  report.report_id,
  report.file,
  place.page,
  place.box_left,
  place.box_top,
  place.box_right,
  place.box_bottom,
  staff_place.page AS staff_page
FROM v_report AS report
CROSS JOIN report_basic_part AS amount ON amount.report_id = report.report_id AND amount.part IN ('personnel', 'public')
LEFT JOIN figure_place AS place ON place.figure_id = amount.figure_id AND place.ordinal = 0
LEFT JOIN staff ON staff.report_id = amount.report_id
LEFT JOIN quantity_place AS staff_place
  ON staff_place.quantity_id = (SELECT quantity.id FROM quantity WHERE quantity.fact_id = staff.first_fact)
  AND staff_place.ordinal = 0
WHERE report.report_kind = 'final-accounts'
  AND iif(:report IS NULL, report.newest = 1, report.report_id = :report)
  AND (:agency IS NULL OR instr(report.agency, :agency) > 0)
  AND (:year IS NULL OR report.fiscal_year = :year)
ORDER BY amount.part, per_head_fen DESC NULLS LAST, report.agency;
