-- In which periods would figures that stand now be other ones, and how many?  A figure where none was rewrites nothing.
-- in:  compared
-- out: period, n
SELECT period, count(*) AS n
FROM compared
WHERE found = 'changed' AND (old_value IS NOT NULL OR old_numerator IS NOT NULL)
  AND (value IS DISTINCT FROM old_value OR numerator IS DISTINCT FROM old_numerator
       OR denominator IS DISTINCT FROM old_denominator)
GROUP BY period
