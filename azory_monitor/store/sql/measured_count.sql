-- How many figures were known at a batch?
-- in:  $batch
-- out: n
SELECT count(*) AS n
FROM measurement
WHERE from_batch <= $batch AND (until_batch IS NULL OR until_batch > $batch)
