-- How many figures were begun or ended after one batch and by another?
-- in:  $batch (nothing later is asked about), $after, $by
-- out: n
SELECT count(*) AS n
FROM measurement
WHERE from_batch <= $batch
  AND ((from_batch > $after AND from_batch <= $by) OR (until_batch > $after AND until_batch <= $by))
