-- Which current measurements belong to a series of the incoming file but are not in it any more?
-- in:  incoming (a frame)
-- out: indicator, area, period, variant
SELECT c.indicator, c.area, c.period, c.variant
FROM (SELECT * FROM measurement WHERE until_batch IS NULL) AS c
SEMI JOIN incoming AS s ON c.indicator = s.indicator AND c.area = s.area
ANTI JOIN incoming AS i ON c.indicator = i.indicator AND c.area = i.area AND c.period = i.period AND c.variant = i.variant
ORDER BY ALL
