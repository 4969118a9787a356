-- title: Three public expenses
-- titleZh: “三公”经费
-- parameter: agency text optional Part of the name of the body
-- parameter: year integer optional Fiscal year
-- parameter: report integer optional Number of a report (see the query reports)
SELECT *
FROM v_three_public
WHERE (:agency IS NULL OR instr(agency, :agency) > 0)
  AND (:year IS NULL OR fiscal_year = :year)
  AND (:report IS NULL OR report_id = :report)
ORDER BY report_id, page, box_top;
