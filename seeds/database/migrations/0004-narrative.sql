-- Checks that are no sums of money, and what is probably behind a finding.

ALTER TABLE check_result ADD COLUMN measure TEXT NOT NULL DEFAULT 'money'
  CHECK (measure IN ('money', 'percent', 'count', 'score'));
ALTER TABLE check_result ADD COLUMN left_text TEXT;
ALTER TABLE check_result ADD COLUMN right_text TEXT;
ALTER TABLE finding ADD COLUMN diagnosis TEXT;
