-- title: Revenue, expenditure and balances, one row a report
-- titleZh: 收支总表，每份报告一行
-- parameter: agency text optional Part of the name of the body
-- parameter: year integer optional Fiscal year
-- parameter: report integer optional Number of a report (see the query reports)
SELECT *
FROM v_summary
WHERE (:agency IS NULL OR instr(agency, :agency) > 0)
  AND (:year IS NULL OR fiscal_year = :year)
  AND (:report IS NULL OR report_id = :report)
ORDER BY agency, fiscal_year, report_id;
