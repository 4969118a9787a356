-- Amounts that the prose states, one row a claim, with the numbers that it gives. `figure_path` is the first cell that the
-- amount repeats. The place is that of the amount, or of the sentence.
CREATE VIEW v_claim AS
SELECT
  claim.id AS claim_id,
  report.id AS report_id,
  report.file,
  report.agency,
  report.fiscal_year,
  report.kind AS report_kind,
  report.is_current,
  section.path AS section_path,
  claim.ordinal AS claim_ordinal,
  claim.subject,
  claim.row_key,
  claim.label,
  claim.code,
  claim.phase,
  report.fiscal_year - (claim.year = 'prior') AS of_year,
  amount.value AS amount_fen,
  amount.decimal AS amount_yuan,
  claim.direction,
  change.value AS change_fen,
  change.decimal AS change_yuan,
  percent.decimal AS percent,
  claim.against_year,
  claim.against_phase,
  completion.decimal AS completion_percent,
  claim.completion_of,
  share.decimal AS share_percent,
  claim.share_of_printed AS share_of,
  base.value AS base_fen,
  base.decimal AS base_yuan,
  claim.reason,
  claim.purpose,
  claim.text,
  amount.status AS amount_status,
  (
    SELECT statement.ordinal || '/' || row_.ordinal || '/' || figure.column_key
    FROM claim_figure
    JOIN figure ON figure.id = claim_figure.figure_id
    JOIN statement_row AS row_ ON row_.id = figure.row_id
    JOIN statement ON statement.id = row_.statement_id
    WHERE claim_figure.claim_id = claim.id AND claim_figure.role = 'amount' AND claim_figure.ordinal = 0
  ) AS figure_path,
  coalesce(place.page, sentence.page, section.page) AS page,
  iif(place.page IS NULL, sentence.box_left, place.box_left) AS box_left,
  iif(place.page IS NULL, sentence.box_top, place.box_top) AS box_top,
  iif(place.page IS NULL, sentence.box_right, place.box_right) AS box_right,
  iif(place.page IS NULL, sentence.box_bottom, place.box_bottom) AS box_bottom
FROM report
JOIN claim ON claim.report_id = report.id
JOIN section ON section.report_id = claim.report_id AND section.section_number = claim.section_number
LEFT JOIN quantity AS amount ON amount.claim_id = claim.id AND amount.role = 'amount'
LEFT JOIN quantity AS change ON change.claim_id = claim.id AND change.role = 'change'
LEFT JOIN quantity AS percent ON percent.claim_id = claim.id AND percent.role = 'percent'
LEFT JOIN quantity AS completion ON completion.claim_id = claim.id AND completion.role = 'completion'
LEFT JOIN quantity AS share ON share.claim_id = claim.id AND share.role = 'share'
LEFT JOIN quantity AS base ON base.claim_id = claim.id AND base.role = 'base'
LEFT JOIN quantity_place AS place ON place.quantity_id = amount.id AND place.ordinal = 0
LEFT JOIN claim_place AS sentence ON sentence.claim_id = claim.id AND sentence.ordinal = 0;
