-- Which areas had figures of some indicators at a batch?
-- in:  incoming (a table: indicator), $batch
-- out: area
SELECT DISTINCT m.area
FROM measurement AS m
SEMI JOIN incoming AS i ON m.indicator = i.indicator
WHERE m.from_batch <= $batch AND (m.until_batch IS NULL OR m.until_batch > $batch)
ORDER BY m.area
