-- What became of documents, run by run: a run that was killed shows where it stopped, a document that failed how often and why.
-- A document that was stored already and is only passed over leaves no row but is counted. Times are ISO 8601 (UTC).

CREATE TABLE import_run (
  id INTEGER PRIMARY KEY,
  state TEXT NOT NULL CHECK (state IN ('running', 'done', 'interrupted', 'broken-off')),
  started_at TEXT NOT NULL,
  heartbeat_at TEXT NOT NULL,
  ended_at TEXT,
  host TEXT NOT NULL,
  process INTEGER NOT NULL,
  program_version TEXT NOT NULL,
  ocr_mode TEXT NOT NULL CHECK (ocr_mode IN ('auto', 'never', 'always')),
  documents INTEGER NOT NULL CHECK (documents >= 0),
  skipped INTEGER NOT NULL DEFAULT 0 CHECK (skipped >= 0),
  CHECK ((state IN ('done', 'interrupted')) <= (ended_at IS NOT NULL))
) STRICT;

CREATE TABLE import_item (
  id INTEGER PRIMARY KEY,
  run_id INTEGER NOT NULL REFERENCES import_run (id) ON DELETE CASCADE,
  file TEXT NOT NULL,
  sha256 TEXT CHECK (length(sha256) = 64),
  state TEXT NOT NULL CHECK (state IN ('reading', 'stored', 'replaced', 'skipped', 'failed', 'quarantined', 'broken-off')),
  attempts INTEGER NOT NULL CHECK (attempts >= 1),
  started_at TEXT NOT NULL,
  seconds REAL CHECK (seconds >= 0),
  pages INTEGER,
  ocr_pages INTEGER,
  engine TEXT,
  error_class TEXT,
  reason TEXT,
  remedy TEXT,
  UNIQUE (run_id, file),
  CHECK ((state IN ('failed', 'quarantined')) = (error_class IS NOT NULL)),
  CHECK ((error_class IS NULL) = (reason IS NULL))
) STRICT;
CREATE INDEX import_item_sha256 ON import_item (sha256, id) WHERE sha256 IS NOT NULL;
CREATE INDEX import_item_file ON import_item (file, id);
