-- What was read from a report: pages, sections, statements, figures, and the place of each.
-- Every box is in PDF points (1/72 inch) from the top left of the page as a reader sees it; NULL in a text dump.
-- Money is an integer number of fen (0.01 yuan). Every description stands in data_dictionary.

CREATE TABLE report (
  id INTEGER PRIMARY KEY,
  sha256 TEXT NOT NULL UNIQUE CHECK (length(sha256) = 64),
  file TEXT NOT NULL,
  format TEXT NOT NULL CHECK (format IN ('pdf', 'text')),
  kind TEXT CHECK (kind IN ('final-accounts', 'budget')),
  scope TEXT CHECK (scope IN ('department', 'unit')),
  fiscal_year INTEGER,
  agency TEXT,
  region_code TEXT,
  region_name TEXT,
  program_version TEXT NOT NULL,
  imported_at TEXT NOT NULL,
  CHECK ((region_code IS NULL) = (region_name IS NULL))
) STRICT;
CREATE INDEX report_agency ON report (agency, fiscal_year);

CREATE TABLE page (
  report_id INTEGER NOT NULL REFERENCES report (id) ON DELETE CASCADE,
  number INTEGER NOT NULL CHECK (number > 0),
  width REAL NOT NULL,
  height REAL NOT NULL,
  condition TEXT NOT NULL CHECK (condition IN ('read', 'blank', 'needs-ocr')),
  reason TEXT,
  PRIMARY KEY (report_id, number)
) STRICT, WITHOUT ROWID;

CREATE TABLE section (
  id INTEGER PRIMARY KEY,
  report_id INTEGER NOT NULL REFERENCES report (id) ON DELETE CASCADE,
  ordinal INTEGER NOT NULL,
  section_number INTEGER NOT NULL,
  parent_number INTEGER,
  level INTEGER NOT NULL,
  heading_number TEXT NOT NULL,
  title TEXT NOT NULL,
  path TEXT NOT NULL,
  text TEXT NOT NULL,
  page INTEGER NOT NULL,
  box_left REAL,
  box_top REAL,
  box_right REAL,
  box_bottom REAL,
  UNIQUE (report_id, section_number),
  FOREIGN KEY (report_id, page) REFERENCES page (report_id, number),
  FOREIGN KEY (report_id, parent_number) REFERENCES section (report_id, section_number) DEFERRABLE INITIALLY DEFERRED,
  CHECK ((box_left IS NULL) = (box_top IS NULL) AND (box_left IS NULL) = (box_right IS NULL)
    AND (box_left IS NULL) = (box_bottom IS NULL))
) STRICT;
CREATE INDEX section_page ON section (report_id, page);
CREATE INDEX section_parent ON section (report_id, parent_number);

CREATE TABLE paragraph (
  id INTEGER PRIMARY KEY,
  section_id INTEGER NOT NULL REFERENCES section (id) ON DELETE CASCADE,
  ordinal INTEGER NOT NULL,
  text TEXT NOT NULL,
  UNIQUE (section_id, ordinal)
) STRICT;

-- Trigrams find any run of three characters, which is what Chinese, written without blanks, needs.
CREATE VIRTUAL TABLE section_search USING fts5 (
  title, text, content = 'section', content_rowid = 'id', tokenize = 'trigram'
);
CREATE TRIGGER section_search_insert AFTER INSERT ON section BEGIN
  INSERT INTO section_search (rowid, title, text) VALUES (new.id, new.title, new.text);
END;
CREATE TRIGGER section_search_delete AFTER DELETE ON section BEGIN
  INSERT INTO section_search (section_search, rowid, title, text) VALUES ('delete', old.id, old.title, old.text);
END;
CREATE TRIGGER section_search_update AFTER UPDATE ON section BEGIN
  INSERT INTO section_search (section_search, rowid, title, text) VALUES ('delete', old.id, old.title, old.text);
  INSERT INTO section_search (rowid, title, text) VALUES (new.id, new.title, new.text);
END;

CREATE TABLE statement (
  id INTEGER PRIMARY KEY,
  report_id INTEGER NOT NULL REFERENCES report (id) ON DELETE CASCADE,
  ordinal INTEGER NOT NULL,
  kind TEXT NOT NULL,
  title TEXT NOT NULL,
  unit TEXT,
  declared_empty INTEGER NOT NULL CHECK (declared_empty IN (0, 1)),
  UNIQUE (report_id, ordinal)
) STRICT;
CREATE INDEX statement_kind ON statement (kind);

CREATE TABLE statement_page (
  statement_id INTEGER NOT NULL REFERENCES statement (id) ON DELETE CASCADE,
  ordinal INTEGER NOT NULL,
  report_id INTEGER NOT NULL,
  page INTEGER NOT NULL,
  PRIMARY KEY (statement_id, ordinal),
  FOREIGN KEY (report_id, page) REFERENCES page (report_id, number) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;
CREATE INDEX statement_page_page ON statement_page (report_id, page);

CREATE TABLE statement_note (
  statement_id INTEGER NOT NULL REFERENCES statement (id) ON DELETE CASCADE,
  ordinal INTEGER NOT NULL,
  text TEXT NOT NULL,
  PRIMARY KEY (statement_id, ordinal)
) STRICT, WITHOUT ROWID;

CREATE TABLE statement_column (
  id INTEGER PRIMARY KEY,
  statement_id INTEGER NOT NULL REFERENCES statement (id) ON DELETE CASCADE,
  ordinal INTEGER NOT NULL,
  column_key TEXT NOT NULL,
  header TEXT NOT NULL,
  phase TEXT CHECK (phase IN ('approved', 'adjusted', 'executed')),
  panel TEXT CHECK (panel IN ('revenue', 'expenditure')),
  UNIQUE (statement_id, ordinal)
) STRICT;

-- Row keys carry no UNIQUE: a report that prints one code twice is a fault of the paper and must be kept.
CREATE TABLE statement_row (
  id INTEGER PRIMARY KEY,
  statement_id INTEGER NOT NULL REFERENCES statement (id) ON DELETE CASCADE,
  ordinal INTEGER NOT NULL,
  panel TEXT CHECK (panel IN ('revenue', 'expenditure')),
  row_key TEXT NOT NULL,
  label TEXT NOT NULL,
  code_scheme TEXT CHECK (code_scheme IN ('functional', 'department-economic', 'government-economic', 'revenue')),
  code TEXT,
  code_printed TEXT,
  code_match TEXT CHECK (code_match IN ('known', 'other-name', 'unknown-code', 'unlikely')),
  catalogue_name TEXT,
  UNIQUE (statement_id, ordinal),
  CHECK ((code IS NULL) = (code_scheme IS NULL) AND (code IS NULL) = (code_printed IS NULL)
    AND (code IS NULL) = (code_match IS NULL))
) STRICT;
CREATE INDEX statement_row_code ON statement_row (code) WHERE code IS NOT NULL;

CREATE TABLE figure (
  id INTEGER PRIMARY KEY,
  report_id INTEGER NOT NULL REFERENCES report (id) ON DELETE CASCADE,
  row_id INTEGER NOT NULL REFERENCES statement_row (id) ON DELETE CASCADE,
  column_id INTEGER NOT NULL REFERENCES statement_column (id) ON DELETE CASCADE,
  -- That of the column once more, so that a figure is found by row and key.
  column_key TEXT NOT NULL,
  ordinal INTEGER NOT NULL,
  printed TEXT NOT NULL,
  reading TEXT NOT NULL CHECK (reading IN ('amount', 'blank', 'dash', 'unreadable')),
  blank INTEGER NOT NULL GENERATED ALWAYS AS (reading = 'blank') VIRTUAL,
  amount_fen INTEGER,
  step_fen INTEGER CHECK (step_fen > 0),
  amount_yuan TEXT GENERATED ALWAYS AS (
    CASE WHEN amount_fen IS NOT NULL
    THEN printf('%s%d.%02d', iif(amount_fen < 0, '-', ''), abs(amount_fen) / 100, abs(amount_fen) % 100) END
  ) VIRTUAL,
  confidence REAL CHECK (confidence BETWEEN 0 AND 1),
  status TEXT NOT NULL CHECK (status IN ('verified', 'consistent', 'unverified', 'disputed', 'repaired')),
  edits TEXT NOT NULL CHECK (json_type(edits) = 'array'),
  UNIQUE (row_id, column_key),
  CHECK ((amount_fen IS NULL) = (step_fen IS NULL)),
  CHECK (reading <> 'amount' OR amount_fen IS NOT NULL),
  -- What could not be read has an amount only where the arithmetic left no other value.
  CHECK (reading <> 'unreadable' OR amount_fen IS NULL OR status = 'repaired')
) STRICT;
CREATE INDEX figure_report_status ON figure (report_id, status);
CREATE INDEX figure_column ON figure (column_id);
CREATE INDEX figure_status ON figure (status) WHERE status IN ('disputed', 'repaired');

CREATE TABLE raw_cell (
  id INTEGER PRIMARY KEY,
  statement_id INTEGER NOT NULL REFERENCES statement (id) ON DELETE CASCADE,
  ordinal INTEGER NOT NULL,
  grid_row INTEGER NOT NULL,
  grid_column INTEGER NOT NULL,
  row_span INTEGER NOT NULL,
  column_span INTEGER NOT NULL,
  text TEXT NOT NULL,
  confidence REAL CHECK (confidence BETWEEN 0 AND 1),
  UNIQUE (statement_id, ordinal)
) STRICT;
