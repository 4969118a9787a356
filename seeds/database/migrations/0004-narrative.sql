-- What the prose states, checks that are no sums of money, and what is probably behind a finding.
-- The numbers themselves stand in `quantity` (0006).

ALTER TABLE check_result ADD COLUMN measure TEXT NOT NULL DEFAULT 'money'
  CHECK (measure IN ('money', 'percent', 'count', 'score'));
ALTER TABLE check_result ADD COLUMN left_text TEXT;
ALTER TABLE check_result ADD COLUMN right_text TEXT;
ALTER TABLE finding ADD COLUMN diagnosis TEXT;

-- The name of the body with brackets and blanks in one form, so that its reports of several years find each other.
ALTER TABLE report ADD COLUMN agency_key TEXT GENERATED ALWAYS AS (
  replace(replace(replace(replace(replace(replace(agency, ' ', ''), char(12288), ''), char(160), ''), char(9), ''), '(', '（'), ')', '）')
) VIRTUAL;
CREATE INDEX report_agency_key ON report (agency_key, fiscal_year);

CREATE TABLE claim (
  id INTEGER PRIMARY KEY,
  report_id INTEGER NOT NULL REFERENCES report (id) ON DELETE CASCADE,
  ordinal INTEGER NOT NULL,
  subject TEXT NOT NULL,
  row_key TEXT,
  label TEXT NOT NULL,
  code_scheme TEXT CHECK (code_scheme IN ('functional', 'department-economic', 'government-economic', 'revenue')),
  code TEXT,
  code_printed TEXT,
  code_match TEXT CHECK (code_match IN ('known', 'other-name', 'unknown-code', 'unlikely')),
  catalogue_name TEXT,
  phase TEXT CHECK (phase IN ('approved', 'adjusted', 'executed')),
  year TEXT NOT NULL CHECK (year IN ('current', 'prior')),
  direction TEXT CHECK (direction IN ('increase', 'decrease', 'unchanged', 'new', 'gone')),
  both_sides INTEGER NOT NULL CHECK (both_sides IN (0, 1)),
  against_year TEXT CHECK (against_year IN ('current', 'prior')),
  against_phase TEXT CHECK (against_phase IN ('approved', 'adjusted', 'executed')),
  completion_of TEXT CHECK (completion_of IN ('approved', 'adjusted', 'executed')),
  -- Ordinals of other claims of the report.
  share_of_claim INTEGER CHECK (share_of_claim >= 0),
  share_of_printed TEXT,
  part_of INTEGER CHECK (part_of >= 0),
  reason TEXT,
  purpose TEXT,
  text TEXT NOT NULL,
  section_number INTEGER NOT NULL,
  paragraph_ordinal INTEGER NOT NULL,
  UNIQUE (report_id, ordinal),
  FOREIGN KEY (report_id, section_number) REFERENCES section (report_id, section_number),
  CHECK ((code IS NULL) = (code_scheme IS NULL) AND (code IS NULL) = (code_printed IS NULL)
    AND (code IS NULL) = (code_match IS NULL)),
  CHECK (against_phase IS NULL OR against_year IS NOT NULL),
  CHECK (share_of_claim IS NULL OR share_of_printed IS NOT NULL)
) STRICT;
CREATE INDEX claim_subject ON claim (subject);
CREATE INDEX claim_section ON claim (report_id, section_number);

CREATE TABLE claim_place (
  claim_id INTEGER NOT NULL REFERENCES claim (id) ON DELETE CASCADE,
  ordinal INTEGER NOT NULL,
  report_id INTEGER NOT NULL,
  page INTEGER NOT NULL,
  box_left REAL,
  box_top REAL,
  box_right REAL,
  box_bottom REAL,
  PRIMARY KEY (claim_id, ordinal),
  FOREIGN KEY (report_id, page) REFERENCES page (report_id, number) ON DELETE CASCADE,
  CHECK ((box_left IS NULL) = (box_top IS NULL) AND (box_left IS NULL) = (box_right IS NULL)
    AND (box_left IS NULL) = (box_bottom IS NULL))
) STRICT, WITHOUT ROWID;
CREATE INDEX claim_place_page ON claim_place (report_id, page);

CREATE TABLE claim_item (
  claim_id INTEGER NOT NULL REFERENCES claim (id) ON DELETE CASCADE,
  ordinal INTEGER NOT NULL,
  text TEXT NOT NULL,
  PRIMARY KEY (claim_id, ordinal)
) STRICT, WITHOUT ROWID;

CREATE TABLE claim_relation (
  id INTEGER PRIMARY KEY,
  claim_id INTEGER NOT NULL REFERENCES claim (id) ON DELETE CASCADE,
  ordinal INTEGER NOT NULL,
  to_year TEXT NOT NULL CHECK (to_year IN ('current', 'prior')),
  to_phase TEXT CHECK (to_phase IN ('approved', 'adjusted', 'executed')),
  relation TEXT NOT NULL CHECK (relation IN ('greater', 'less', 'equal', 'about-equal')),
  printed TEXT NOT NULL,
  UNIQUE (claim_id, ordinal)
) STRICT;

CREATE TABLE claim_relation_place (
  claim_relation_id INTEGER NOT NULL REFERENCES claim_relation (id) ON DELETE CASCADE,
  ordinal INTEGER NOT NULL,
  report_id INTEGER NOT NULL,
  page INTEGER NOT NULL,
  box_left REAL,
  box_top REAL,
  box_right REAL,
  box_bottom REAL,
  PRIMARY KEY (claim_relation_id, ordinal),
  FOREIGN KEY (report_id, page) REFERENCES page (report_id, number) ON DELETE CASCADE,
  CHECK ((box_left IS NULL) = (box_top IS NULL) AND (box_left IS NULL) = (box_right IS NULL)
    AND (box_left IS NULL) = (box_bottom IS NULL))
) STRICT, WITHOUT ROWID;
CREATE INDEX claim_relation_place_page ON claim_relation_place (report_id, page);

-- The cells that a number of a claim repeats.
CREATE TABLE claim_figure (
  claim_id INTEGER NOT NULL REFERENCES claim (id) ON DELETE CASCADE,
  role TEXT NOT NULL CHECK (role IN ('amount', 'change', 'percent', 'completion', 'share', 'base')),
  ordinal INTEGER NOT NULL,
  figure_id INTEGER NOT NULL REFERENCES figure (id) ON DELETE CASCADE,
  PRIMARY KEY (claim_id, role, ordinal)
) STRICT, WITHOUT ROWID;
CREATE INDEX claim_figure_figure ON claim_figure (figure_id);

CREATE TABLE fact (
  id INTEGER PRIMARY KEY,
  report_id INTEGER NOT NULL REFERENCES report (id) ON DELETE CASCADE,
  ordinal INTEGER NOT NULL,
  kind TEXT NOT NULL,
  subject TEXT,
  label TEXT NOT NULL,
  text TEXT NOT NULL,
  date TEXT CHECK (date GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  section_number INTEGER NOT NULL,
  UNIQUE (report_id, ordinal),
  FOREIGN KEY (report_id, section_number) REFERENCES section (report_id, section_number)
) STRICT;
CREATE INDEX fact_kind ON fact (kind);
CREATE INDEX fact_section ON fact (report_id, section_number);

CREATE TABLE fact_place (
  fact_id INTEGER NOT NULL REFERENCES fact (id) ON DELETE CASCADE,
  ordinal INTEGER NOT NULL,
  report_id INTEGER NOT NULL,
  page INTEGER NOT NULL,
  box_left REAL,
  box_top REAL,
  box_right REAL,
  box_bottom REAL,
  PRIMARY KEY (fact_id, ordinal),
  FOREIGN KEY (report_id, page) REFERENCES page (report_id, number) ON DELETE CASCADE,
  CHECK ((box_left IS NULL) = (box_top IS NULL) AND (box_left IS NULL) = (box_right IS NULL)
    AND (box_left IS NULL) = (box_bottom IS NULL))
) STRICT, WITHOUT ROWID;
CREATE INDEX fact_place_page ON fact_place (report_id, page);
