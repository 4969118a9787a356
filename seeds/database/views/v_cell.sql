-- A figure with its column and its first place: what the other views are made of. Every figure has a place; LEFT JOIN so that SQLite
-- never begins with the places of all reports.
CREATE VIEW v_cell AS
SELECT
  figure.id AS figure_id,
  figure.row_id,
  column_.ordinal AS column_ordinal,
  figure.column_key,
  column_.header,
  column_.phase,
  figure.printed,
  figure.reading,
  figure.amount_fen,
  figure.amount_yuan,
  figure.step_fen,
  figure.status,
  figure.confidence,
  place.page,
  place.box_left,
  place.box_top,
  place.box_right,
  place.box_bottom,
  figure.from_image
FROM figure
JOIN statement_column AS column_ ON column_.id = figure.column_id
LEFT JOIN figure_place AS place ON place.figure_id = figure.id AND place.ordinal = 0;
