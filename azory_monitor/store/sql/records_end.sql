-- End the current rows that have the key of an incoming one.
-- in:  incoming (a frame), $batch
-- out: nothing
UPDATE record SET until_batch = $batch
FROM incoming AS i
WHERE until_batch IS NULL AND record.kind = i.kind AND record.key = i.key
