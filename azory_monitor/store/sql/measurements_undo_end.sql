-- End what stands now of the measurements that a batch began or ended.
-- in:  $undone, $batch
-- out: nothing
UPDATE measurement SET until_batch = $batch
FROM (
    SELECT DISTINCT indicator, area, period, variant FROM measurement WHERE from_batch = $undone OR until_batch = $undone
) AS t
WHERE until_batch IS NULL AND from_batch < $batch
  AND measurement.indicator = t.indicator AND measurement.area = t.area
  AND measurement.period = t.period AND measurement.variant = t.variant
