-- The numbers behind each finding, those of statements and those of prose and evaluations, one row a number in their order.
CREATE VIEW v_evidence AS
SELECT
  report.id AS report_id,
  report.file,
  report.agency,
  report.fiscal_year,
  report.kind AS report_kind,
  report.is_current,
  finding.id AS finding_id,
  finding.check_id,
  finding.severity,
  finding.diagnosis,
  number.evidence_ordinal,
  number.source,
  number.source_title,
  number.label,
  number.header,
  number.printed,
  number.unit,
  number.amount_fen,
  number.decimal,
  number.status,
  number.page,
  number.box_left,
  number.box_top,
  number.box_right,
  number.box_bottom
FROM report
JOIN finding ON finding.report_id = report.id
JOIN (
  SELECT
    link.finding_id,
    link.ordinal AS evidence_ordinal,
    'statement' AS source,
    cell.statement_title AS source_title,
    cell.label,
    cell.header,
    cell.printed,
    cell.unit,
    cell.amount_fen,
    cell.amount_yuan AS decimal,
    cell.status,
    cell.page,
    cell.box_left,
    cell.box_top,
    cell.box_right,
    cell.box_bottom
  FROM finding_figure AS link
  JOIN v_figure AS cell ON cell.figure_id = link.figure_id
  UNION ALL
  SELECT
    link.finding_id,
    link.ordinal,
    stated.source,
    stated.source_title,
    stated.label,
    stated.role,
    stated.printed,
    stated.unit,
    iif(stated.measure = 'money', stated.value, NULL),
    stated.decimal,
    stated.status,
    stated.page,
    stated.box_left,
    stated.box_top,
    stated.box_right,
    stated.box_bottom
  FROM finding_quantity AS link
  JOIN v_quantity AS stated ON stated.quantity_id = link.quantity_id
) AS number ON number.finding_id = finding.id;
