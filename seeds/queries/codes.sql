-- title: Classification codes by code or name
-- titleZh: 按编码或名称查科目
-- parameter: text text optional Beginning of a code, or part of a name
-- parameter: scheme text optional functional, department-economic, government-economic or revenue
-- parameter: year integer optional Year in which the code holds
SELECT scheme, code, name, level, parent, valid_from, valid_to, first_seen, last_seen, evidence, sources, budget,
  department_codes
FROM classification_code
WHERE (:text IS NULL OR substr(code, 1, length(:text)) = :text OR instr(name, :text) > 0)
  AND (:scheme IS NULL OR scheme = :scheme)
  AND (:year IS NULL OR (ifnull(valid_from, :year) <= :year AND ifnull(valid_to, :year) >= :year))
ORDER BY scheme, code, ifnull(valid_from, 0);
