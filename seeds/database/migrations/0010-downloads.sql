-- Where documents were fetched from. An address has one row, with the newest document that it gave; the ones before are `download_earlier`.
-- The content of two addresses may be the same: it is one file, and the rows of both tell its origin. Times are ISO 8601 (UTC).

CREATE TABLE download (
  id INTEGER PRIMARY KEY,
  url TEXT NOT NULL UNIQUE,
  found_on TEXT,
  added_at TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('pending', 'waiting', 'done', 'failed')),
  attempts INTEGER NOT NULL DEFAULT 0 CHECK (attempts >= 0),
  last_error TEXT,
  next_attempt_at TEXT,
  checked_at TEXT,
  http_status INTEGER,
  final_url TEXT,
  fetched_at TEXT,
  etag TEXT,
  last_modified TEXT,
  headers TEXT CHECK (json_type(headers) = 'object'),
  content_type TEXT,
  bytes INTEGER CHECK (bytes > 0),
  sha256 TEXT CHECK (length(sha256) = 64),
  file TEXT,
  CHECK ((state IN ('waiting', 'failed')) = (last_error IS NOT NULL)),
  CHECK ((state = 'waiting') = (next_attempt_at IS NOT NULL)),
  CHECK (state <> 'done' OR (sha256 IS NOT NULL AND checked_at IS NOT NULL)),
  -- A document with all of its origin, or none.
  CHECK ((sha256 IS NULL) = (final_url IS NULL) AND (sha256 IS NULL) = (fetched_at IS NULL)
    AND (sha256 IS NULL) = (headers IS NULL) AND (sha256 IS NULL) = (bytes IS NULL) AND (sha256 IS NULL) = (file IS NULL))
) STRICT;
CREATE INDEX download_sha256 ON download (sha256) WHERE sha256 IS NOT NULL;

-- What an address gave before it gave something else.
CREATE TABLE download_earlier (
  id INTEGER PRIMARY KEY,
  download_id INTEGER NOT NULL REFERENCES download (id) ON DELETE CASCADE,
  final_url TEXT NOT NULL,
  fetched_at TEXT NOT NULL,
  etag TEXT,
  last_modified TEXT,
  headers TEXT NOT NULL CHECK (json_type(headers) = 'object'),
  content_type TEXT,
  bytes INTEGER NOT NULL CHECK (bytes > 0),
  sha256 TEXT NOT NULL CHECK (length(sha256) = 64),
  file TEXT NOT NULL
) STRICT;
CREATE INDEX download_earlier_owner ON download_earlier (download_id);
CREATE INDEX download_earlier_sha256 ON download_earlier (sha256);
