-- Reports with what comparisons need. `newest` is 1 for the last import of each kind, scope and year of a body: a restated
-- report, or the same one in another format, counts once. A report whose body,
-- kind or year is not known stands for itself.
CREATE VIEW v_report AS
SELECT
  id AS report_id,
  file,
  agency,
  agency_key,
  fiscal_year,
  kind AS report_kind,
  scope,
  region_code,
  region_name,
  row_number() OVER (
    PARTITION BY
      iif(agency_key IS NULL OR kind IS NULL OR fiscal_year IS NULL, id, 0), agency_key, region_code, kind, scope, fiscal_year
    ORDER BY imported_at DESC, id DESC
  ) = 1 AS newest
FROM report;
