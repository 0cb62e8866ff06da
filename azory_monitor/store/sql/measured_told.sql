-- What does each source tell of, as the monitor knew it at a batch: how many figures of which indicators, and one area that has some?
-- in:  $batch
-- out: indicator, source, n, area
SELECT indicator, source, count(*) AS n, min(area) AS area
FROM measurement
WHERE from_batch <= $batch AND (until_batch IS NULL OR until_batch > $batch)
GROUP BY indicator, source
ORDER BY indicator, source
