-- Which later batches stand on measurements that a batch began or ended?  One that changed them, unless the very same row stands again.
-- in:  $batch
-- out: standing, for each such measurement the last batch that changed it
WITH later AS (SELECT * FROM measurement WHERE from_batch > $batch OR until_batch > $batch),
touched AS (
    SELECT DISTINCT m.indicator, m.area, m.period, m.variant
    FROM (SELECT * FROM measurement WHERE from_batch = $batch OR until_batch = $batch) AS m
    SEMI JOIN later AS l ON m.indicator = l.indicator AND m.area = l.area AND m.period = l.period AND m.variant = l.variant
),
known AS (SELECT m.* FROM measurement AS m SEMI JOIN touched USING (indicator, area, period, variant)),
changed AS (
    SELECT indicator, area, period, variant, max(greatest(from_batch, coalesce(until_batch, 0))) AS standing
    FROM known GROUP BY indicator, area, period, variant
)
SELECT DISTINCT c.standing
FROM changed AS c
LEFT JOIN (SELECT * FROM known WHERE from_batch <= $batch AND (until_batch IS NULL OR until_batch > $batch)) AS a USING (indicator, area, period, variant)
LEFT JOIN (SELECT * FROM known WHERE until_batch IS NULL) AS n USING (indicator, area, period, variant)
WHERE a.origin IS DISTINCT FROM n.origin OR a.file_row IS DISTINCT FROM n.file_row
ORDER BY c.standing
