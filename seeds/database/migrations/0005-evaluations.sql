-- Project self-evaluation tables 项目支出绩效自评表. Their numbers stand in `quantity` (0006).

CREATE TABLE evaluation (
  id INTEGER PRIMARY KEY,
  report_id INTEGER NOT NULL REFERENCES report (id) ON DELETE CASCADE,
  ordinal INTEGER NOT NULL,
  title TEXT NOT NULL,
  fiscal_year INTEGER,
  grade_word TEXT CHECK (grade_word IN ('优', '良', '中', '差')),
  UNIQUE (report_id, ordinal)
) STRICT;

CREATE TABLE evaluation_place (
  evaluation_id INTEGER NOT NULL REFERENCES evaluation (id) ON DELETE CASCADE,
  ordinal INTEGER NOT NULL,
  report_id INTEGER NOT NULL,
  page INTEGER NOT NULL,
  box_left REAL,
  box_top REAL,
  box_right REAL,
  box_bottom REAL,
  PRIMARY KEY (evaluation_id, ordinal),
  FOREIGN KEY (report_id, page) REFERENCES page (report_id, number) ON DELETE CASCADE,
  CHECK ((box_left IS NULL) = (box_top IS NULL) AND (box_left IS NULL) = (box_right IS NULL)
    AND (box_left IS NULL) = (box_bottom IS NULL))
) STRICT, WITHOUT ROWID;
CREATE INDEX evaluation_place_page ON evaluation_place (report_id, page);

CREATE TABLE evaluation_page (
  evaluation_id INTEGER NOT NULL REFERENCES evaluation (id) ON DELETE CASCADE,
  ordinal INTEGER NOT NULL,
  report_id INTEGER NOT NULL,
  page INTEGER NOT NULL,
  PRIMARY KEY (evaluation_id, ordinal),
  FOREIGN KEY (report_id, page) REFERENCES page (report_id, number) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;
CREATE INDEX evaluation_page_page ON evaluation_page (report_id, page);

-- The statements whose cells the table was read from.
CREATE TABLE evaluation_statement (
  evaluation_id INTEGER NOT NULL REFERENCES evaluation (id) ON DELETE CASCADE,
  ordinal INTEGER NOT NULL,
  statement_id INTEGER NOT NULL REFERENCES statement (id) ON DELETE CASCADE,
  PRIMARY KEY (evaluation_id, ordinal)
) STRICT, WITHOUT ROWID;
CREATE INDEX evaluation_statement_statement ON evaluation_statement (statement_id);

-- Words of the head, the goals and the grade. Of the goals there may be several: ordinal counts them.
CREATE TABLE evaluation_text (
  id INTEGER PRIMARY KEY,
  evaluation_id INTEGER NOT NULL REFERENCES evaluation (id) ON DELETE CASCADE,
  field TEXT NOT NULL CHECK (field IN
    ('project', 'supervisor', 'implementer', 'overview', 'results', 'grade', 'goal-expected', 'goal-achieved')),
  ordinal INTEGER NOT NULL,
  text TEXT NOT NULL,
  UNIQUE (evaluation_id, field, ordinal)
) STRICT;

CREATE TABLE evaluation_text_place (
  evaluation_text_id INTEGER NOT NULL REFERENCES evaluation_text (id) ON DELETE CASCADE,
  ordinal INTEGER NOT NULL,
  report_id INTEGER NOT NULL,
  page INTEGER NOT NULL,
  box_left REAL,
  box_top REAL,
  box_right REAL,
  box_bottom REAL,
  PRIMARY KEY (evaluation_text_id, ordinal),
  FOREIGN KEY (report_id, page) REFERENCES page (report_id, number) ON DELETE CASCADE,
  CHECK ((box_left IS NULL) = (box_top IS NULL) AND (box_left IS NULL) = (box_right IS NULL)
    AND (box_left IS NULL) = (box_bottom IS NULL))
) STRICT, WITHOUT ROWID;
CREATE INDEX evaluation_text_place_page ON evaluation_text_place (report_id, page);

CREATE TABLE evaluation_fund (
  id INTEGER PRIMARY KEY,
  evaluation_id INTEGER NOT NULL REFERENCES evaluation (id) ON DELETE CASCADE,
  ordinal INTEGER NOT NULL,
  fund_key TEXT NOT NULL,
  label TEXT NOT NULL,
  UNIQUE (evaluation_id, ordinal)
) STRICT;

CREATE TABLE evaluation_fund_place (
  evaluation_fund_id INTEGER NOT NULL REFERENCES evaluation_fund (id) ON DELETE CASCADE,
  ordinal INTEGER NOT NULL,
  report_id INTEGER NOT NULL,
  page INTEGER NOT NULL,
  box_left REAL,
  box_top REAL,
  box_right REAL,
  box_bottom REAL,
  PRIMARY KEY (evaluation_fund_id, ordinal),
  FOREIGN KEY (report_id, page) REFERENCES page (report_id, number) ON DELETE CASCADE,
  CHECK ((box_left IS NULL) = (box_top IS NULL) AND (box_left IS NULL) = (box_right IS NULL)
    AND (box_left IS NULL) = (box_bottom IS NULL))
) STRICT, WITHOUT ROWID;
CREATE INDEX evaluation_fund_place_page ON evaluation_fund_place (report_id, page);

CREATE TABLE evaluation_indicator (
  id INTEGER PRIMARY KEY,
  evaluation_id INTEGER NOT NULL REFERENCES evaluation (id) ON DELETE CASCADE,
  ordinal INTEGER NOT NULL,
  level1 TEXT NOT NULL,
  level2 TEXT NOT NULL,
  level3 TEXT NOT NULL,
  actual TEXT NOT NULL,
  deviation TEXT NOT NULL,
  UNIQUE (evaluation_id, ordinal)
) STRICT;

CREATE TABLE evaluation_indicator_place (
  evaluation_indicator_id INTEGER NOT NULL REFERENCES evaluation_indicator (id) ON DELETE CASCADE,
  ordinal INTEGER NOT NULL,
  report_id INTEGER NOT NULL,
  page INTEGER NOT NULL,
  box_left REAL,
  box_top REAL,
  box_right REAL,
  box_bottom REAL,
  PRIMARY KEY (evaluation_indicator_id, ordinal),
  FOREIGN KEY (report_id, page) REFERENCES page (report_id, number) ON DELETE CASCADE,
  CHECK ((box_left IS NULL) = (box_top IS NULL) AND (box_left IS NULL) = (box_right IS NULL)
    AND (box_left IS NULL) = (box_bottom IS NULL))
) STRICT, WITHOUT ROWID;
CREATE INDEX evaluation_indicator_place_page ON evaluation_indicator_place (report_id, page);

-- What an indicator should reach; its id is that of the indicator.
CREATE TABLE evaluation_target (
  id INTEGER PRIMARY KEY REFERENCES evaluation_indicator (id) ON DELETE CASCADE,
  printed TEXT NOT NULL,
  operator TEXT CHECK (operator IN ('=', '≥', '≤', '>', '<')),
  -- Ten-thousandths of the unit, like every quantity that is no money.
  value INTEGER,
  decimal TEXT GENERATED ALWAYS AS (
    CASE WHEN value IS NOT NULL THEN iif(value < 0, '-', '') || (abs(value) / 10000)
      || rtrim(rtrim(printf('.%04d', abs(value) % 10000), '0'), '.') END
  ) VIRTUAL,
  unit TEXT,
  decoded TEXT NOT NULL CHECK (decoded IN ('printed', 'proven', 'raw', 'words'))
) STRICT;

CREATE TABLE evaluation_target_place (
  evaluation_target_id INTEGER NOT NULL REFERENCES evaluation_target (id) ON DELETE CASCADE,
  ordinal INTEGER NOT NULL,
  report_id INTEGER NOT NULL,
  page INTEGER NOT NULL,
  box_left REAL,
  box_top REAL,
  box_right REAL,
  box_bottom REAL,
  PRIMARY KEY (evaluation_target_id, ordinal),
  FOREIGN KEY (report_id, page) REFERENCES page (report_id, number) ON DELETE CASCADE,
  CHECK ((box_left IS NULL) = (box_top IS NULL) AND (box_left IS NULL) = (box_right IS NULL)
    AND (box_left IS NULL) = (box_bottom IS NULL))
) STRICT, WITHOUT ROWID;
CREATE INDEX evaluation_target_place_page ON evaluation_target_place (report_id, page);

CREATE TABLE evaluation_problem (
  id INTEGER PRIMARY KEY,
  evaluation_id INTEGER NOT NULL REFERENCES evaluation (id) ON DELETE CASCADE,
  ordinal INTEGER NOT NULL,
  kind TEXT NOT NULL,
  problem TEXT NOT NULL,
  suggestion TEXT NOT NULL,
  UNIQUE (evaluation_id, ordinal)
) STRICT;

CREATE TABLE evaluation_problem_place (
  evaluation_problem_id INTEGER NOT NULL REFERENCES evaluation_problem (id) ON DELETE CASCADE,
  ordinal INTEGER NOT NULL,
  report_id INTEGER NOT NULL,
  page INTEGER NOT NULL,
  box_left REAL,
  box_top REAL,
  box_right REAL,
  box_bottom REAL,
  PRIMARY KEY (evaluation_problem_id, ordinal),
  FOREIGN KEY (report_id, page) REFERENCES page (report_id, number) ON DELETE CASCADE,
  CHECK ((box_left IS NULL) = (box_top IS NULL) AND (box_left IS NULL) = (box_right IS NULL)
    AND (box_left IS NULL) = (box_bottom IS NULL))
) STRICT, WITHOUT ROWID;
CREATE INDEX evaluation_problem_place_page ON evaluation_problem_place (report_id, page);
