-- title: All figures of one report
-- titleZh: 一份报告的全部数据
-- parameter: report integer required Number of a report (see the query reports)
-- parameter: statement text optional Kind of statement (expenditure, three-public …)
-- parameter: status text optional verified, consistent, unverified, disputed or repaired
SELECT *
FROM v_figure
WHERE report_id = :report
  AND (:statement IS NULL OR statement_kind = :statement)
  AND (:status IS NULL OR status = :status)
ORDER BY statement_ordinal, row_ordinal, column_ordinal;
