-- End the current measurements that have the key of an incoming one.
-- in:  incoming (a frame), $batch
-- out: nothing
UPDATE measurement SET until_batch = $batch
FROM incoming AS i
WHERE until_batch IS NULL
  AND measurement.indicator = i.indicator AND measurement.area = i.area
  AND measurement.period = i.period AND measurement.variant = i.variant
