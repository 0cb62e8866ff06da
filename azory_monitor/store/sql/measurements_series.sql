-- What stands now in the series that the incoming measurements belong to, whatever its source?
-- in:  incoming (a table), $first, $last (of the indicators that came in)
-- out: indicator, area, period, variant, value, numerator, denominator, note
SELECT c.indicator, c.area, c.period, c.variant, c.value, c.numerator, c.denominator, c.note
FROM (SELECT * FROM measurement WHERE until_batch IS NULL AND indicator BETWEEN $first AND $last) AS c
SEMI JOIN incoming AS s ON c.indicator = s.indicator AND c.area = s.area
