-- End the current rows that an incoming one replaces.
-- in:  incoming, met, $batch
-- out: nothing
UPDATE record SET until_batch = $batch
FROM (SELECT r.kind, r.key FROM met AS m JOIN incoming AS r USING (n) WHERE NOT m.is_same) AS i
WHERE until_batch IS NULL AND record.kind = i.kind AND record.key = i.key
