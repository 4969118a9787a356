-- A report that is published again with other bytes: both stay, the newer one names the one that it replaces, and one of them is current
-- (docs/decisions/0018-revisions.md).

-- What makes two files the same report. NULL where a part is not known: such a report stands for itself.
ALTER TABLE report ADD COLUMN identity_key TEXT GENERATED ALWAYS AS (
  nullif(agency_key, '') || '|' || region_code || '|' || kind || '|' || scope || '|' || fiscal_year
) VIRTUAL;
-- 0 only until the triggers below have looked at the new row.
ALTER TABLE report ADD COLUMN is_current INTEGER NOT NULL DEFAULT 0 CHECK (is_current IN (0, 1));
ALTER TABLE report ADD COLUMN replaces INTEGER REFERENCES report (id) ON DELETE SET NULL;
CREATE INDEX report_replaces ON report (replaces) WHERE replaces IS NOT NULL;
CREATE INDEX report_identity ON report (identity_key) WHERE identity_key IS NOT NULL;

-- The order of a chain is that of the first imports: of the ids, which a new reading of the same bytes keeps.
UPDATE report SET
  is_current = identity_key IS NULL OR id = (SELECT max(other.id) FROM report AS other WHERE other.identity_key = report.identity_key),
  replaces = (SELECT max(other.id) FROM report AS other WHERE other.identity_key = report.identity_key AND other.id < report.id);
CREATE UNIQUE INDEX report_current ON report (identity_key) WHERE is_current = 1;

-- Triggers, so that a chain is sound whoever writes. Each makes one chain anew: first the one that is no longer current, since at no moment
-- may there be two.
CREATE TRIGGER report_chain_insert AFTER INSERT ON report BEGIN
  UPDATE report SET is_current = 0
  WHERE identity_key = new.identity_key AND is_current = 1
    AND id <> (SELECT max(other.id) FROM report AS other WHERE other.identity_key = new.identity_key);
  UPDATE report SET is_current = 1
  WHERE is_current = 0
    AND id = ifnull((SELECT max(other.id) FROM report AS other WHERE other.identity_key = new.identity_key), new.id);
  UPDATE report SET
    replaces = (SELECT max(other.id) FROM report AS other WHERE other.identity_key = new.identity_key AND other.id < report.id)
  WHERE identity_key = new.identity_key OR id = new.id;
END;
CREATE TRIGGER report_chain_delete AFTER DELETE ON report WHEN old.identity_key IS NOT NULL BEGIN
  UPDATE report SET is_current = 1
  WHERE is_current = 0 AND id = (SELECT max(other.id) FROM report AS other WHERE other.identity_key = old.identity_key);
  UPDATE report SET
    replaces = (SELECT max(other.id) FROM report AS other WHERE other.identity_key = old.identity_key AND other.id < report.id)
  WHERE identity_key = old.identity_key;
END;
-- Nothing of the program changes what a report is; a reading that says so comes as a deletion and an insertion.
CREATE TRIGGER report_chain_fixed BEFORE UPDATE OF agency, region_code, kind, scope, fiscal_year ON report BEGIN
  SELECT RAISE(ABORT, 'what a report is cannot be changed: store it anew');
END;
