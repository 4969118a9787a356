-- Reports read from pictures: how each page was read, every reading of a figure, and what the identities made of it.

-- `format` also allows 'image', and `ocr_mode` is new. SQLite cannot change a CHECK, so the table is made anew; what belongs to
-- a report stays, because foreign keys are off while the database is brought up to date.
CREATE TABLE report_with_scans (
  id INTEGER PRIMARY KEY,
  sha256 TEXT NOT NULL UNIQUE CHECK (length(sha256) = 64),
  file TEXT NOT NULL,
  format TEXT NOT NULL CHECK (format IN ('pdf', 'text', 'image')),
  kind TEXT CHECK (kind IN ('final-accounts', 'budget')),
  scope TEXT CHECK (scope IN ('department', 'unit')),
  fiscal_year INTEGER,
  agency TEXT,
  region_code TEXT,
  region_name TEXT,
  program_version TEXT NOT NULL,
  imported_at TEXT NOT NULL,
  agency_key TEXT GENERATED ALWAYS AS (
    replace(replace(replace(replace(replace(replace(agency, ' ', ''), char(12288), ''), char(160), ''), char(9), ''), '(', '（'), ')', '）')
  ) VIRTUAL,
  -- Which pages were to be read from their pictures; NULL where nobody said so, as before this step.
  ocr_mode TEXT CHECK (ocr_mode IN ('auto', 'never', 'always')),
  CHECK ((region_code IS NULL) = (region_name IS NULL))
) STRICT;
INSERT INTO report_with_scans
  (id, sha256, file, format, kind, scope, fiscal_year, agency, region_code, region_name, program_version, imported_at)
SELECT id, sha256, file, format, kind, scope, fiscal_year, agency, region_code, region_name, program_version, imported_at
FROM report;
DROP TABLE report;
ALTER TABLE report_with_scans RENAME TO report;
CREATE INDEX report_agency ON report (agency, fiscal_year);
CREATE INDEX report_agency_key ON report (agency_key, fiscal_year);

-- All of these or none: a page with an engine was read from its picture.
ALTER TABLE page ADD COLUMN ocr_engine TEXT;
ALTER TABLE page ADD COLUMN ocr_model TEXT CHECK ((ocr_model IS NULL) = (ocr_engine IS NULL));
ALTER TABLE page ADD COLUMN ocr_dpi REAL CHECK ((ocr_dpi IS NULL) = (ocr_engine IS NULL));
ALTER TABLE page ADD COLUMN ocr_turn INTEGER CHECK (ocr_turn IN (0, 1, 2, 3) AND (ocr_turn IS NULL) = (ocr_engine IS NULL));
ALTER TABLE page ADD COLUMN ocr_skew REAL CHECK ((ocr_skew IS NULL) = (ocr_engine IS NULL));
ALTER TABLE page ADD COLUMN ocr_low_quality INTEGER
  CHECK (ocr_low_quality IN (0, 1) AND (ocr_low_quality IS NULL) = (ocr_engine IS NULL));

ALTER TABLE statement_row ADD COLUMN edits TEXT CHECK (json_type(edits) = 'array');

-- 1 for what stands in a picture, also where no engine read anything there: it then has no row in the table of readings.
ALTER TABLE figure ADD COLUMN from_image INTEGER NOT NULL DEFAULT 0 CHECK (from_image IN (0, 1));
ALTER TABLE raw_cell ADD COLUMN from_image INTEGER NOT NULL DEFAULT 0 CHECK (from_image IN (0, 1));

CREATE TABLE figure_reading (
  figure_id INTEGER NOT NULL REFERENCES figure (id) ON DELETE CASCADE,
  ordinal INTEGER NOT NULL,
  engine TEXT NOT NULL,
  text TEXT NOT NULL,
  confidence REAL NOT NULL CHECK (confidence BETWEEN 0 AND 1),
  PRIMARY KEY (figure_id, ordinal)
) STRICT, WITHOUT ROWID;

CREATE TABLE raw_cell_reading (
  raw_cell_id INTEGER NOT NULL REFERENCES raw_cell (id) ON DELETE CASCADE,
  ordinal INTEGER NOT NULL,
  engine TEXT NOT NULL,
  text TEXT NOT NULL,
  confidence REAL NOT NULL CHECK (confidence BETWEEN 0 AND 1),
  PRIMARY KEY (raw_cell_id, ordinal)
) STRICT, WITHOUT ROWID;

-- A figure whose amount is not the one that was read.
CREATE TABLE figure_repair (
  figure_id INTEGER PRIMARY KEY REFERENCES figure (id) ON DELETE CASCADE,
  read_fen INTEGER,
  read_step_fen INTEGER CHECK (read_step_fen > 0),
  read_yuan TEXT GENERATED ALWAYS AS (
    CASE WHEN read_fen IS NOT NULL
    THEN printf('%s%d.%02d', iif(read_fen < 0, '-', ''), abs(read_fen) / 100, abs(read_fen) % 100) END
  ) VIRTUAL,
  checks TEXT NOT NULL CHECK (json_type(checks) = 'array'),
  -- Another reading of the same pixels that gives the new amount.
  reading_engine TEXT,
  reading_text TEXT,
  reading_confidence REAL CHECK (reading_confidence BETWEEN 0 AND 1),
  CHECK ((read_fen IS NULL) = (read_step_fen IS NULL)),
  CHECK ((reading_engine IS NULL) = (reading_text IS NULL) AND (reading_engine IS NULL) = (reading_confidence IS NULL))
) STRICT;
