-- What came of the report's own arithmetic, and the places of everything.

CREATE TABLE check_result (
  id INTEGER PRIMARY KEY,
  report_id INTEGER NOT NULL REFERENCES report (id) ON DELETE CASCADE,
  ordinal INTEGER NOT NULL,
  check_id TEXT NOT NULL,
  subject TEXT NOT NULL,
  outcome TEXT NOT NULL CHECK (outcome IN ('exact', 'rounding', 'violation', 'not-applicable', 'unresolved')),
  left_fen INTEGER,
  right_fen INTEGER,
  gap_fen INTEGER,
  -- REAL because it is a bound and no amount: half of a last place of 0.01 yuan is half a fen (exact in binary).
  slack_fen REAL,
  UNIQUE (report_id, ordinal)
) STRICT;
CREATE INDEX check_result_check ON check_result (check_id, outcome);

CREATE TABLE check_figure (
  check_result_id INTEGER NOT NULL REFERENCES check_result (id) ON DELETE CASCADE,
  ordinal INTEGER NOT NULL,
  figure_id INTEGER NOT NULL REFERENCES figure (id) ON DELETE CASCADE,
  PRIMARY KEY (check_result_id, ordinal)
) STRICT, WITHOUT ROWID;
CREATE INDEX check_figure_figure ON check_figure (figure_id);

CREATE TABLE finding (
  id INTEGER PRIMARY KEY,
  report_id INTEGER NOT NULL REFERENCES report (id) ON DELETE CASCADE,
  ordinal INTEGER NOT NULL,
  check_id TEXT NOT NULL,
  severity TEXT NOT NULL CHECK (severity IN ('error', 'warning', 'note')),
  message TEXT NOT NULL,
  UNIQUE (report_id, ordinal)
) STRICT;
CREATE INDEX finding_check ON finding (check_id);

CREATE TABLE finding_figure (
  finding_id INTEGER NOT NULL REFERENCES finding (id) ON DELETE CASCADE,
  ordinal INTEGER NOT NULL,
  figure_id INTEGER NOT NULL REFERENCES figure (id) ON DELETE CASCADE,
  PRIMARY KEY (finding_id, ordinal)
) STRICT, WITHOUT ROWID;
CREATE INDEX finding_figure_figure ON finding_figure (figure_id);

CREATE TABLE paragraph_place (
  paragraph_id INTEGER NOT NULL REFERENCES paragraph (id) ON DELETE CASCADE,
  ordinal INTEGER NOT NULL,
  report_id INTEGER NOT NULL,
  page INTEGER NOT NULL,
  box_left REAL,
  box_top REAL,
  box_right REAL,
  box_bottom REAL,
  PRIMARY KEY (paragraph_id, ordinal),
  FOREIGN KEY (report_id, page) REFERENCES page (report_id, number) ON DELETE CASCADE,
  CHECK ((box_left IS NULL) = (box_top IS NULL) AND (box_left IS NULL) = (box_right IS NULL)
    AND (box_left IS NULL) = (box_bottom IS NULL))
) STRICT, WITHOUT ROWID;
CREATE INDEX paragraph_place_page ON paragraph_place (report_id, page);

CREATE TABLE statement_place (
  statement_id INTEGER NOT NULL REFERENCES statement (id) ON DELETE CASCADE,
  ordinal INTEGER NOT NULL,
  report_id INTEGER NOT NULL,
  page INTEGER NOT NULL,
  box_left REAL,
  box_top REAL,
  box_right REAL,
  box_bottom REAL,
  PRIMARY KEY (statement_id, ordinal),
  FOREIGN KEY (report_id, page) REFERENCES page (report_id, number) ON DELETE CASCADE,
  CHECK ((box_left IS NULL) = (box_top IS NULL) AND (box_left IS NULL) = (box_right IS NULL)
    AND (box_left IS NULL) = (box_bottom IS NULL))
) STRICT, WITHOUT ROWID;
CREATE INDEX statement_place_page ON statement_place (report_id, page);

CREATE TABLE statement_row_place (
  statement_row_id INTEGER NOT NULL REFERENCES statement_row (id) ON DELETE CASCADE,
  ordinal INTEGER NOT NULL,
  report_id INTEGER NOT NULL,
  page INTEGER NOT NULL,
  box_left REAL,
  box_top REAL,
  box_right REAL,
  box_bottom REAL,
  PRIMARY KEY (statement_row_id, ordinal),
  FOREIGN KEY (report_id, page) REFERENCES page (report_id, number) ON DELETE CASCADE,
  CHECK ((box_left IS NULL) = (box_top IS NULL) AND (box_left IS NULL) = (box_right IS NULL)
    AND (box_left IS NULL) = (box_bottom IS NULL))
) STRICT, WITHOUT ROWID;
CREATE INDEX statement_row_place_page ON statement_row_place (report_id, page);

CREATE TABLE figure_place (
  figure_id INTEGER NOT NULL REFERENCES figure (id) ON DELETE CASCADE,
  ordinal INTEGER NOT NULL,
  report_id INTEGER NOT NULL,
  page INTEGER NOT NULL,
  box_left REAL,
  box_top REAL,
  box_right REAL,
  box_bottom REAL,
  PRIMARY KEY (figure_id, ordinal),
  FOREIGN KEY (report_id, page) REFERENCES page (report_id, number) ON DELETE CASCADE,
  CHECK ((box_left IS NULL) = (box_top IS NULL) AND (box_left IS NULL) = (box_right IS NULL)
    AND (box_left IS NULL) = (box_bottom IS NULL))
) STRICT, WITHOUT ROWID;
CREATE INDEX figure_place_page ON figure_place (report_id, page);

CREATE TABLE raw_cell_place (
  raw_cell_id INTEGER NOT NULL REFERENCES raw_cell (id) ON DELETE CASCADE,
  ordinal INTEGER NOT NULL,
  report_id INTEGER NOT NULL,
  page INTEGER NOT NULL,
  box_left REAL,
  box_top REAL,
  box_right REAL,
  box_bottom REAL,
  PRIMARY KEY (raw_cell_id, ordinal),
  FOREIGN KEY (report_id, page) REFERENCES page (report_id, number) ON DELETE CASCADE,
  CHECK ((box_left IS NULL) = (box_top IS NULL) AND (box_left IS NULL) = (box_right IS NULL)
    AND (box_left IS NULL) = (box_bottom IS NULL))
) STRICT, WITHOUT ROWID;
CREATE INDEX raw_cell_place_page ON raw_cell_place (report_id, page);

CREATE TABLE finding_place (
  finding_id INTEGER NOT NULL REFERENCES finding (id) ON DELETE CASCADE,
  ordinal INTEGER NOT NULL,
  report_id INTEGER NOT NULL,
  page INTEGER NOT NULL,
  box_left REAL,
  box_top REAL,
  box_right REAL,
  box_bottom REAL,
  PRIMARY KEY (finding_id, ordinal),
  FOREIGN KEY (report_id, page) REFERENCES page (report_id, number) ON DELETE CASCADE,
  CHECK ((box_left IS NULL) = (box_top IS NULL) AND (box_left IS NULL) = (box_right IS NULL)
    AND (box_left IS NULL) = (box_bottom IS NULL))
) STRICT, WITHOUT ROWID;
CREATE INDEX finding_place_page ON finding_place (report_id, page);
