-- In which series would undoing a batch put measurements back?
-- in:  $batch
-- out: indicator, area
SELECT DISTINCT indicator, area FROM measurement WHERE from_batch < $batch AND until_batch = $batch
