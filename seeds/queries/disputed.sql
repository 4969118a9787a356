-- title: Figures in failing identities
-- titleZh: 有争议的数据
-- parameter: agency text optional Part of the name of the body
-- parameter: year integer optional Fiscal year
-- parameter: report integer optional Number of a report (see the query reports)
SELECT *
FROM v_disputed_figures
WHERE (:agency IS NULL OR instr(agency, :agency) > 0)
  AND (:year IS NULL OR fiscal_year = :year)
  AND iif(:report IS NULL, is_current = 1, report_id = :report)
ORDER BY report_id, page, box_top;
