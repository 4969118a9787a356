-- title: Figures of scans whose reading was replaced
-- titleZh: 已修复的识别数据
-- parameter: agency text optional Part of the name of the body
-- parameter: year integer optional Fiscal year
-- parameter: report integer optional Number of a report (see the query reports)

-- `printed` and `read_yuan` are what was read, `amount_yuan` is the only amount that satisfies the identities of `checks`. The columns
-- `reading_…` are another reading of the same pixels that gives this amount; empty where there is none: look at the page. CROSS JOIN: SQLite must
-- begin with the repairs, which are few.
SELECT
  cell.report_id,
  cell.file,
  cell.agency,
  cell.fiscal_year,
  cell.report_kind,
  cell.statement_kind,
  cell.statement_title,
  cell.label,
  cell.code,
  cell.header,
  cell.printed,
  repair.read_fen,
  repair.read_yuan,
  cell.amount_fen,
  cell.amount_yuan,
  (SELECT group_concat(value, ', ') FROM json_each(repair.checks)) AS checks,
  repair.reading_engine,
  repair.reading_text,
  repair.reading_confidence,
  cell.page,
  cell.box_left,
  cell.box_top,
  cell.box_right,
  cell.box_bottom
FROM figure_repair AS repair
CROSS JOIN v_figure AS cell ON cell.figure_id = repair.figure_id
WHERE (:agency IS NULL OR instr(cell.agency, :agency) > 0)
  AND (:year IS NULL OR cell.fiscal_year = :year)
  AND iif(:report IS NULL, cell.is_current = 1, cell.report_id = :report)
ORDER BY cell.report_id, cell.statement_ordinal, cell.row_ordinal, cell.column_ordinal;
