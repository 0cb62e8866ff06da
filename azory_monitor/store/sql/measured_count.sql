-- How many figures were known at a batch?  $most, where there are more.
-- in:  $batch, $most
-- out: n
SELECT count(*) AS n
FROM (
    SELECT 1
    FROM measurement
    WHERE from_batch <= $batch AND (until_batch IS NULL OR until_batch > $batch)
    LIMIT $most
)
