-- Reference data and the description of the database; rewritten by the program when its seeds change.

CREATE TABLE classification_code (
  id INTEGER PRIMARY KEY,
  scheme TEXT NOT NULL CHECK (scheme IN ('functional', 'department-economic', 'government-economic', 'revenue')),
  code TEXT NOT NULL,
  name TEXT NOT NULL,
  level TEXT NOT NULL CHECK (level IN ('class', 'section', 'item', 'sub-item')),
  parent TEXT,
  valid_from INTEGER,
  valid_to INTEGER,
  first_seen INTEGER,
  last_seen INTEGER,
  evidence TEXT NOT NULL,
  sources TEXT NOT NULL,
  budget TEXT,
  department_codes TEXT
) STRICT;
CREATE INDEX classification_code_code ON classification_code (scheme, code);

CREATE TABLE data_dictionary (
  table_name TEXT NOT NULL,
  column_name TEXT NOT NULL,
  name_zh TEXT NOT NULL,
  description_en TEXT NOT NULL,
  description_zh TEXT NOT NULL,
  treasury_field TEXT,
  unit TEXT,
  PRIMARY KEY (table_name, column_name)
) STRICT, WITHOUT ROWID;

CREATE TABLE definition (
  name TEXT PRIMARY KEY,
  sha256 TEXT NOT NULL
) STRICT, WITHOUT ROWID;
