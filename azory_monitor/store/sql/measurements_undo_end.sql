-- End what later batches began in the place of measurements that a batch began or ended.
-- in:  $undone, $batch
-- out: nothing
UPDATE measurement SET until_batch = $batch
FROM (
    SELECT DISTINCT m.indicator, m.area, m.period, m.variant
    FROM (SELECT * FROM measurement WHERE from_batch = $undone OR until_batch = $undone) AS m
    SEMI JOIN (SELECT * FROM measurement WHERE until_batch IS NULL AND from_batch > $undone AND from_batch < $batch) AS l
        ON m.indicator = l.indicator AND m.area = l.area AND m.period = l.period AND m.variant = l.variant
) AS t
WHERE until_batch IS NULL AND from_batch > $undone AND from_batch < $batch
  AND measurement.indicator = t.indicator AND measurement.area = t.area
  AND measurement.period = t.period AND measurement.variant = t.variant
