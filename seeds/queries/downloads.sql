-- title: Where documents were fetched from, and the reports they became
-- titleZh: 文件的来源网址及由其导入的报告
-- parameter: agency text optional Part of the name of the body
-- parameter: year integer optional Fiscal year
-- parameter: report integer optional Number of a report (see the query reports)
-- parameter: url text optional Part of an address

-- One row for each document that an address gave, the earlier ones of the same address with `newest` 0; an address without a document has
-- one row too. A document that several addresses gave has a row for each of them. `report_id` is empty until the document is imported.
WITH given AS (
  SELECT id AS download_id, 1 AS newest, final_url, fetched_at, last_modified, content_type, bytes, sha256, file
  FROM download
  UNION ALL
  SELECT download_id, 0, final_url, fetched_at, last_modified, content_type, bytes, sha256, file
  FROM download_earlier
)
SELECT
  report.id AS report_id,
  report.agency,
  report.fiscal_year,
  report.kind,
  download.url,
  given.final_url,
  download.found_on,
  given.fetched_at,
  given.last_modified,
  given.newest,
  download.state,
  download.checked_at,
  download.http_status,
  download.attempts,
  download.last_error,
  download.next_attempt_at,
  given.content_type,
  given.bytes,
  given.sha256,
  given.file
FROM given
JOIN download ON download.id = given.download_id
LEFT JOIN report ON report.sha256 = given.sha256
WHERE (:agency IS NULL OR instr(report.agency, :agency) > 0)
  AND (:year IS NULL OR report.fiscal_year = :year)
  AND (:report IS NULL OR report.id = :report)
  AND (:url IS NULL OR instr(download.url, :url) > 0 OR instr(given.final_url, :url) > 0)
ORDER BY download.id, given.fetched_at DESC;
