-- On which occasions did some areas have figures of some indicators at a batch, and how many of them?
-- in:  incoming (a table: indicator, area), $batch, $area
-- out: indicator, period, n, own (whether the area asked for is among them)
SELECT m.indicator, m.period, count(*) AS n, bool_or(m.area = $area) AS own
FROM measurement AS m
SEMI JOIN (SELECT DISTINCT area FROM incoming) AS a ON m.area = a.area
SEMI JOIN incoming AS i ON m.indicator = i.indicator AND m.area = i.area
WHERE m.from_batch <= $batch AND (m.until_batch IS NULL OR m.until_batch > $batch)
  AND m.variant = '' AND m.status NOT IN ('missing', 'hidden')
GROUP BY m.indicator, m.period
ORDER BY m.indicator, m.period
