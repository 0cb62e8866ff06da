-- What does each source tell of, as the monitor knew it at a batch: how many figures of which indicators, and one area that has some?
-- in:  incoming (a table: indicator; only these are told of), $batch
-- out: indicator, source, n, area
SELECT m.indicator, m.source, count(*) AS n, min(m.area) AS area
FROM measurement AS m
SEMI JOIN incoming AS i ON m.indicator = i.indicator
WHERE m.from_batch <= $batch AND (m.until_batch IS NULL OR m.until_batch > $batch)
GROUP BY m.indicator, m.source
ORDER BY m.indicator, m.source
