-- End the current measurements that an incoming one replaces.
-- in:  incoming, met, $batch
-- out: nothing
UPDATE measurement SET until_batch = $batch
FROM (SELECT r.indicator, r.area, r.period, r.variant FROM met AS m JOIN incoming AS r USING (n) WHERE NOT m.is_same) AS i
WHERE until_batch IS NULL
  AND measurement.indicator = i.indicator AND measurement.area = i.area
  AND measurement.period = i.period AND measurement.variant = i.variant
