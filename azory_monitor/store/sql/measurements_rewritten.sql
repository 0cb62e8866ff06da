-- In which periods would figures that stand now be other ones, and how many?  A figure where none was rewrites nothing.
-- in:  incoming, met
-- out: period, n
SELECT i.period, count(*) AS n
FROM (SELECT * FROM met WHERE NOT is_same AND (old_value IS NOT NULL OR old_numerator IS NOT NULL)) AS m
JOIN incoming AS i USING (n)
WHERE i.value IS DISTINCT FROM m.old_value OR i.numerator IS DISTINCT FROM m.old_numerator
   OR i.denominator IS DISTINCT FROM m.old_denominator
GROUP BY i.period
