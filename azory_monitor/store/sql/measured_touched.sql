-- Of which indicators was a figure begun or ended after one batch and by another?
-- in:  $batch (the other), $after
-- out: indicator
SELECT indicator FROM measurement WHERE from_batch > $after AND from_batch <= $batch
UNION
SELECT indicator FROM measurement WHERE until_batch > $after AND until_batch <= $batch
