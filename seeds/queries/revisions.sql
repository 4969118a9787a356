-- title: Reports that were published again, with every version
-- titleZh: 重新发布的报告及其各版本
-- parameter: agency text optional Part of the name of the body
-- parameter: year integer optional Fiscal year

-- One row a version, the oldest of a report first. All other queries count the current one only; `juesuan audit REPORT` says which figures
-- changed against the one that it replaces.
SELECT
  one.agency,
  one.fiscal_year,
  one.kind,
  one.scope,
  one.region_name,
  row_number() OVER (PARTITION BY one.identity_key ORDER BY one.id) AS version,
  one.id AS report_id,
  one.is_current,
  one.replaces,
  later.id AS replaced_by,
  one.file,
  one.format,
  one.sha256,
  one.imported_at,
  counted.figures,
  counted.errors
FROM report AS one
JOIN report_statistics AS counted ON counted.report_id = one.id
LEFT JOIN report AS later ON later.replaces = one.id
WHERE (one.replaces IS NOT NULL OR later.id IS NOT NULL)
  AND (:agency IS NULL OR instr(one.agency, :agency) > 0)
  AND (:year IS NULL OR one.fiscal_year = :year)
ORDER BY one.identity_key, one.id;
