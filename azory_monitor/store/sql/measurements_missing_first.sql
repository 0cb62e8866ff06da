-- The first $most of the current measurements of the series that the incoming file speaks of but that are not in it.
-- in:  incoming, told, $first, $last (of the indicators that they lie in), $most
-- out: indicator, area, period, variant
SELECT c.indicator, c.area, c.period, c.variant
FROM (SELECT * FROM measurement WHERE until_batch IS NULL AND indicator BETWEEN $first AND $last) AS c
SEMI JOIN told AS t ON c.indicator = t.indicator AND c.area = t.area AND c.source = t.source
ANTI JOIN incoming AS i ON c.indicator = i.indicator AND c.area = i.area AND c.period = i.period AND c.variant = i.variant
ORDER BY ALL
LIMIT $most
