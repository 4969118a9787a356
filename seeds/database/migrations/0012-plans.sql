-- Indexes by which the named queries find few rows among many. SQLite uses a partial index only where a query repeats its condition word for
-- word: `status = 'disputed'` never found the index on `status IN ('disputed', 'repaired')`, and the whole of `figure` was read instead.
DROP INDEX figure_status;
CREATE INDEX figure_disputed ON figure (report_id) WHERE status = 'disputed';
DROP INDEX quantity_status;
CREATE INDEX quantity_disputed ON quantity (report_id) WHERE status = 'disputed';
-- What v_data_quality and quality-league count stands in the index: the rows themselves need not be visited.
DROP INDEX figure_report_status;
CREATE INDEX figure_report_status ON figure (report_id, status, reading, from_image);
CREATE INDEX check_result_outcome ON check_result (report_id, check_id, outcome);
