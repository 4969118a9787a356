-- title: The reports in the database
-- titleZh: 库中的报告
-- parameter: agency text optional Part of the name of the body
-- parameter: year integer optional Fiscal year
SELECT id AS report_id, agency, fiscal_year, kind, scope, region_name, file, sha256, program_version, imported_at, is_current, replaces
FROM report
WHERE (:agency IS NULL OR instr(agency, :agency) > 0)
  AND (:year IS NULL OR fiscal_year = :year)
ORDER BY id;
