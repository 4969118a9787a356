-- What the named queries would have to gather from millions of rows, gathered once a report: when it is stored, and for all reports when what
-- seeds/database/derived says of it has changed (docs/decisions/0021-derived-tables.md). None of it is new: it all stands in the other tables.

CREATE TABLE report_statistics (
  report_id INTEGER PRIMARY KEY REFERENCES report (id) ON DELETE CASCADE,
  pages INTEGER NOT NULL,
  pages_needing_ocr INTEGER NOT NULL,
  pages_by_ocr INTEGER NOT NULL,
  pages_low_quality INTEGER NOT NULL,
  statements INTEGER NOT NULL,
  figures INTEGER NOT NULL,
  verified INTEGER NOT NULL,
  consistent INTEGER NOT NULL,
  unverified INTEGER NOT NULL,
  disputed INTEGER NOT NULL,
  repaired INTEGER NOT NULL,
  unreadable INTEGER NOT NULL,
  figures_from_image INTEGER NOT NULL,
  errors INTEGER NOT NULL,
  warnings INTEGER NOT NULL,
  notes INTEGER NOT NULL,
  checks_exact INTEGER NOT NULL,
  checks_rounding INTEGER NOT NULL,
  checks_violation INTEGER NOT NULL,
  checks_not_applicable INTEGER NOT NULL,
  checks_unresolved INTEGER NOT NULL
) STRICT;

-- Evaluations of a family of checks (what stands before the slash of the check's name) by their outcome.
CREATE TABLE report_check_family (
  report_id INTEGER NOT NULL REFERENCES report (id) ON DELETE CASCADE,
  family TEXT NOT NULL,
  exact INTEGER NOT NULL,
  rounding INTEGER NOT NULL,
  violation INTEGER NOT NULL,
  not_applicable INTEGER NOT NULL,
  unresolved INTEGER NOT NULL,
  PRIMARY KEY (report_id, family)
) STRICT, WITHOUT ROWID;

CREATE TABLE report_summary (
  report_id INTEGER PRIMARY KEY REFERENCES report (id) ON DELETE CASCADE,
  revenue_fen INTEGER,
  revenue_yuan TEXT GENERATED ALWAYS AS (
    CASE WHEN revenue_fen IS NOT NULL
    THEN printf('%s%d.%02d', iif(revenue_fen < 0, '-', ''), abs(revenue_fen) / 100, abs(revenue_fen) % 100) END
  ) VIRTUAL,
  expenditure_fen INTEGER,
  expenditure_yuan TEXT GENERATED ALWAYS AS (
    CASE WHEN expenditure_fen IS NOT NULL
    THEN printf('%s%d.%02d', iif(expenditure_fen < 0, '-', ''), abs(expenditure_fen) / 100, abs(expenditure_fen) % 100) END
  ) VIRTUAL,
  opening_fen INTEGER,
  opening_yuan TEXT GENERATED ALWAYS AS (
    CASE WHEN opening_fen IS NOT NULL
    THEN printf('%s%d.%02d', iif(opening_fen < 0, '-', ''), abs(opening_fen) / 100, abs(opening_fen) % 100) END
  ) VIRTUAL,
  closing_fen INTEGER,
  closing_yuan TEXT GENERATED ALWAYS AS (
    CASE WHEN closing_fen IS NOT NULL
    THEN printf('%s%d.%02d', iif(closing_fen < 0, '-', ''), abs(closing_fen) / 100, abs(closing_fen) % 100) END
  ) VIRTUAL,
  use_nonfiscal_surplus_fen INTEGER,
  use_nonfiscal_surplus_yuan TEXT GENERATED ALWAYS AS (
    CASE WHEN use_nonfiscal_surplus_fen IS NOT NULL
    THEN printf('%s%d.%02d', iif(use_nonfiscal_surplus_fen < 0, '-', ''), abs(use_nonfiscal_surplus_fen) / 100, abs(use_nonfiscal_surplus_fen) % 100) END
  ) VIRTUAL,
  surplus_distribution_fen INTEGER,
  surplus_distribution_yuan TEXT GENERATED ALWAYS AS (
    CASE WHEN surplus_distribution_fen IS NOT NULL
    THEN printf('%s%d.%02d', iif(surplus_distribution_fen < 0, '-', ''), abs(surplus_distribution_fen) / 100, abs(surplus_distribution_fen) % 100) END
  ) VIRTUAL,
  revenue_grand_total_fen INTEGER,
  revenue_grand_total_yuan TEXT GENERATED ALWAYS AS (
    CASE WHEN revenue_grand_total_fen IS NOT NULL
    THEN printf('%s%d.%02d', iif(revenue_grand_total_fen < 0, '-', ''), abs(revenue_grand_total_fen) / 100, abs(revenue_grand_total_fen) % 100) END
  ) VIRTUAL,
  expenditure_grand_total_fen INTEGER,
  expenditure_grand_total_yuan TEXT GENERATED ALWAYS AS (
    CASE WHEN expenditure_grand_total_fen IS NOT NULL
    THEN printf('%s%d.%02d', iif(expenditure_grand_total_fen < 0, '-', ''), abs(expenditure_grand_total_fen) / 100, abs(expenditure_grand_total_fen) % 100) END
  ) VIRTUAL,
  page INTEGER,
  box_left REAL,
  box_top REAL,
  box_right REAL,
  box_bottom REAL
) STRICT;

CREATE TABLE report_balance (
  report_id INTEGER NOT NULL REFERENCES report (id) ON DELETE CASCADE,
  statement_kind TEXT NOT NULL,
  row_key TEXT NOT NULL,
  figure_id INTEGER NOT NULL REFERENCES figure (id) ON DELETE CASCADE,
  amount_fen INTEGER,
  step_fen INTEGER,
  status TEXT NOT NULL,
  PRIMARY KEY (report_id, statement_kind, row_key)
) STRICT, WITHOUT ROWID;
CREATE INDEX report_balance_figure ON report_balance (figure_id);

CREATE TABLE report_basic_part (
  report_id INTEGER NOT NULL REFERENCES report (id) ON DELETE CASCADE,
  part TEXT NOT NULL,
  figure_id INTEGER NOT NULL REFERENCES figure (id) ON DELETE CASCADE,
  amount_fen INTEGER,
  reading TEXT NOT NULL,
  status TEXT NOT NULL,
  PRIMARY KEY (report_id, part)
) STRICT, WITHOUT ROWID;
CREATE INDEX report_basic_part_figure ON report_basic_part (figure_id);

CREATE TABLE report_three_public (
  report_id INTEGER NOT NULL REFERENCES report (id) ON DELETE CASCADE,
  ordinal INTEGER NOT NULL,
  figure_id INTEGER NOT NULL REFERENCES figure (id) ON DELETE CASCADE,
  item TEXT NOT NULL,
  phase TEXT,
  of_year INTEGER,
  amount_fen INTEGER,
  status TEXT NOT NULL,
  page INTEGER,
  box_left REAL,
  box_top REAL,
  box_right REAL,
  box_bottom REAL,
  PRIMARY KEY (report_id, ordinal)
) STRICT, WITHOUT ROWID;
CREATE INDEX report_three_public_figure ON report_three_public (figure_id);

CREATE TABLE report_outlay_class (
  report_id INTEGER NOT NULL REFERENCES report (id) ON DELETE CASCADE,
  class_code TEXT NOT NULL,
  class_name TEXT,
  total_fen INTEGER,
  unconfirmed INTEGER NOT NULL,
  unreadable INTEGER NOT NULL,
  PRIMARY KEY (report_id, class_code)
) STRICT, WITHOUT ROWID;

CREATE TABLE report_carry_over (
  report_id INTEGER NOT NULL REFERENCES report (id) ON DELETE CASCADE,
  code TEXT NOT NULL,
  revenue_fen INTEGER NOT NULL,
  expenditure_fen INTEGER NOT NULL,
  label TEXT NOT NULL,
  unconfirmed INTEGER NOT NULL,
  page INTEGER,
  box_left REAL,
  box_top REAL,
  box_right REAL,
  box_bottom REAL,
  revenue_page INTEGER,
  PRIMARY KEY (report_id, code)
) STRICT, WITHOUT ROWID;

-- What was an index of all evaluations, and of all figures, for the counting only. A report is taken away by its figures' (report_id, …).
DROP INDEX check_result_outcome;
DROP INDEX figure_report_status;
CREATE INDEX figure_report_status ON figure (report_id, status);
-- Violations are few, and the only evaluations that queries look at one by one.
CREATE INDEX check_result_violation ON check_result (report_id, check_id, ordinal) WHERE outcome = 'violation';
-- The statement of a kind that counts for a report: the first that holds numbers.
CREATE INDEX statement_report_kind ON statement (report_id, kind, declared_empty, ordinal);
