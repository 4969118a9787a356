-- Evaluations of each family of checks (what stands before the slash of a check's id) by their outcome.
SELECT
  report_id,
  substr(check_id, 1, instr(check_id, '/') - 1) AS family,
  sum(outcome = 'exact') AS exact,
  sum(outcome = 'rounding') AS rounding,
  sum(outcome = 'violation') AS violation,
  sum(outcome = 'not-applicable') AS not_applicable,
  sum(outcome = 'unresolved') AS unresolved
FROM check_result
WHERE report_id BETWEEN :first AND :last AND instr(check_id, '/') > 0
GROUP BY report_id, family
