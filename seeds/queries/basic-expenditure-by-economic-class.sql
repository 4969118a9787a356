-- title: Basic expenditure by economic class
-- titleZh: 基本支出按经济分类
-- parameter: agency text optional Part of the name of the body
-- parameter: year integer optional Fiscal year
-- parameter: report integer optional Number of a report (see the query reports)
-- parameter: code text optional Code or the beginning of one (208)
SELECT *
FROM v_basic_expenditure_by_economic_class
WHERE (:agency IS NULL OR instr(agency, :agency) > 0)
  AND (:year IS NULL OR fiscal_year = :year)
  AND (:report IS NULL OR report_id = :report)
  AND (:code IS NULL OR substr(economic_code, 1, length(:code)) = :code)
ORDER BY report_id, statement_title, economic_code;
