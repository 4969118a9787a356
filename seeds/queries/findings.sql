-- title: Findings
-- titleZh: 发现的问题
-- parameter: agency text optional Part of the name of the body
-- parameter: year integer optional Fiscal year
-- parameter: report integer optional Number of a report (see the query reports)
-- parameter: severity text optional error, warning or note
-- parameter: check text optional Check id or the beginning of one
SELECT *
FROM v_findings
WHERE (:agency IS NULL OR instr(agency, :agency) > 0)
  AND (:year IS NULL OR fiscal_year = :year)
  AND iif(:report IS NULL, is_current = 1, report_id = :report)
  AND (:severity IS NULL OR severity = :severity)
  AND (:check IS NULL OR substr(check_id, 1, length(:check)) = :check)
ORDER BY report_id, CASE severity WHEN 'error' THEN 0 WHEN 'warning' THEN 1 ELSE 2 END, finding_id;
