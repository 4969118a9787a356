-- Every number outside the statements, and what checks and findings have to do with them.

CREATE TABLE quantity (
  id INTEGER PRIMARY KEY,
  report_id INTEGER NOT NULL REFERENCES report (id) ON DELETE CASCADE,
  path TEXT NOT NULL,
  -- What states the number: one of these.
  claim_id INTEGER REFERENCES claim (id) ON DELETE CASCADE,
  fact_id INTEGER REFERENCES fact (id) ON DELETE CASCADE,
  evaluation_id INTEGER REFERENCES evaluation (id) ON DELETE CASCADE,
  fund_id INTEGER REFERENCES evaluation_fund (id) ON DELETE CASCADE,
  indicator_id INTEGER REFERENCES evaluation_indicator (id) ON DELETE CASCADE,
  role TEXT NOT NULL,
  printed TEXT NOT NULL,
  unit TEXT NOT NULL,
  measure TEXT NOT NULL CHECK (measure IN ('money', 'percent', 'count', 'score')),
  reading TEXT NOT NULL CHECK (reading IN ('amount', 'blank', 'dash', 'unreadable')),
  -- Fen for money, ten-thousandths of the unit for the rest.
  value INTEGER,
  step INTEGER CHECK (step > 0),
  decimal TEXT GENERATED ALWAYS AS (
    CASE
      WHEN value IS NULL THEN NULL
      WHEN measure = 'money' THEN printf('%s%d.%02d', iif(value < 0, '-', ''), abs(value) / 100, abs(value) % 100)
      ELSE iif(value < 0, '-', '') || (abs(value) / 10000)
        || rtrim(rtrim(printf('.%04d', abs(value) % 10000), '0'), '.')
    END
  ) VIRTUAL,
  confidence REAL CHECK (confidence BETWEEN 0 AND 1),
  status TEXT NOT NULL CHECK (status IN ('verified', 'consistent', 'unverified', 'disputed', 'repaired')),
  edits TEXT NOT NULL CHECK (json_type(edits) = 'array'),
  UNIQUE (report_id, path),
  CHECK ((claim_id IS NOT NULL) + (fact_id IS NOT NULL) + (evaluation_id IS NOT NULL) + (fund_id IS NOT NULL)
    + (indicator_id IS NOT NULL) = 1),
  CHECK ((value IS NULL) = (step IS NULL)),
  CHECK (reading <> 'amount' OR value IS NOT NULL),
  CHECK (reading <> 'unreadable' OR value IS NULL OR status = 'repaired')
) STRICT;
CREATE UNIQUE INDEX quantity_claim ON quantity (claim_id, role) WHERE claim_id IS NOT NULL;
CREATE UNIQUE INDEX quantity_fact ON quantity (fact_id, role) WHERE fact_id IS NOT NULL;
CREATE UNIQUE INDEX quantity_evaluation ON quantity (evaluation_id, role) WHERE evaluation_id IS NOT NULL;
CREATE UNIQUE INDEX quantity_fund ON quantity (fund_id, role) WHERE fund_id IS NOT NULL;
CREATE UNIQUE INDEX quantity_indicator ON quantity (indicator_id, role) WHERE indicator_id IS NOT NULL;
CREATE INDEX quantity_status ON quantity (status) WHERE status IN ('disputed', 'repaired');

CREATE TABLE quantity_place (
  quantity_id INTEGER NOT NULL REFERENCES quantity (id) ON DELETE CASCADE,
  ordinal INTEGER NOT NULL,
  report_id INTEGER NOT NULL,
  page INTEGER NOT NULL,
  box_left REAL,
  box_top REAL,
  box_right REAL,
  box_bottom REAL,
  PRIMARY KEY (quantity_id, ordinal),
  FOREIGN KEY (report_id, page) REFERENCES page (report_id, number) ON DELETE CASCADE,
  CHECK ((box_left IS NULL) = (box_top IS NULL) AND (box_left IS NULL) = (box_right IS NULL)
    AND (box_left IS NULL) = (box_bottom IS NULL))
) STRICT, WITHOUT ROWID;
CREATE INDEX quantity_place_page ON quantity_place (report_id, page);

-- ordinal counts figures and quantities of a check together: its position among all the numbers that took part.
CREATE TABLE check_quantity (
  check_result_id INTEGER NOT NULL REFERENCES check_result (id) ON DELETE CASCADE,
  ordinal INTEGER NOT NULL,
  quantity_id INTEGER NOT NULL REFERENCES quantity (id) ON DELETE CASCADE,
  PRIMARY KEY (check_result_id, ordinal)
) STRICT, WITHOUT ROWID;
CREATE INDEX check_quantity_quantity ON check_quantity (quantity_id);

CREATE TABLE finding_quantity (
  finding_id INTEGER NOT NULL REFERENCES finding (id) ON DELETE CASCADE,
  ordinal INTEGER NOT NULL,
  quantity_id INTEGER NOT NULL REFERENCES quantity (id) ON DELETE CASCADE,
  PRIMARY KEY (finding_id, ordinal)
) STRICT, WITHOUT ROWID;
CREATE INDEX finding_quantity_quantity ON finding_quantity (quantity_id);
