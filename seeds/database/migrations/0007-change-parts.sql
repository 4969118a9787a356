-- The parts of a change that the prose states beside it: 人员经费减少401.85万元.
-- The amount of a part stands in `quantity`, with the claim and the role 'part/<ordinal>'; a part without one has none there.

CREATE TABLE claim_part (
  claim_id INTEGER NOT NULL REFERENCES claim (id) ON DELETE CASCADE,
  ordinal INTEGER NOT NULL,
  label TEXT NOT NULL,
  direction TEXT NOT NULL CHECK (direction IN ('increase', 'decrease', 'unchanged')),
  PRIMARY KEY (claim_id, ordinal)
) STRICT, WITHOUT ROWID;
