-- title: General public budget expenditure by function
-- titleZh: 一般公共预算支出按功能分类
-- parameter: agency text optional Part of the name of the body
-- parameter: year integer optional Fiscal year
-- parameter: report integer optional Number of a report (see the query reports)
-- parameter: code text optional Code or the beginning of one (208)
SELECT *
FROM v_general_budget_by_function
WHERE (:agency IS NULL OR instr(agency, :agency) > 0)
  AND (:year IS NULL OR fiscal_year = :year)
  AND (:report IS NULL OR report_id = :report)
  AND (:code IS NULL OR substr(function_code, 1, length(:code)) = :code)
ORDER BY report_id, statement_title, function_code;
