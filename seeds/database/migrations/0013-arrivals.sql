-- The order in which the bytes of files were first met. A report takes its number from here, so that of two versions of one report the one whose
-- file came later in the run is the newer one, whichever of the processes that read them ended first (docs/decisions/0018-revisions.md).
-- A file that never became a report keeps its number: should a later program read it, it comes where it was met.

CREATE TABLE arrival (
  id INTEGER PRIMARY KEY,
  sha256 TEXT NOT NULL UNIQUE CHECK (length(sha256) = 64)
) STRICT;
INSERT INTO arrival (id, sha256) SELECT id, sha256 FROM report ORDER BY id;
-- Whoever writes a report: its number is taken.
CREATE TRIGGER report_arrival AFTER INSERT ON report BEGIN
  INSERT INTO arrival (id, sha256) SELECT new.id, new.sha256 WHERE NOT EXISTS (SELECT 1 FROM arrival WHERE sha256 = new.sha256);
END;
