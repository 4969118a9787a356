-- title: How far each report was read and confirmed
-- titleZh: 数据质量
-- parameter: agency text optional Part of the name of the body
-- parameter: year integer optional Fiscal year
-- parameter: report integer optional Number of a report (see the query reports)
SELECT *
FROM v_data_quality
WHERE (:agency IS NULL OR instr(agency, :agency) > 0)
  AND (:year IS NULL OR fiscal_year = :year)
  AND iif(:report IS NULL, is_current = 1, report_id = :report)
ORDER BY report_id;
