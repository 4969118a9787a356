-- Reports with what comparisons need. `newest` is 1 for the current one of each body, region, kind, scope and year: a restated
-- report, or the same one in another format, counts once. A report of which one of these is not known stands for itself.
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
  is_current AS newest
FROM report;
