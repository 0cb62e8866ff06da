-- End what stands now of the rows that a batch began or ended.
-- in:  $undone, $batch
-- out: nothing
UPDATE record SET until_batch = $batch
FROM (SELECT DISTINCT kind, key FROM record WHERE from_batch = $undone OR until_batch = $undone) AS t
WHERE until_batch IS NULL AND from_batch < $batch AND record.kind = t.kind AND record.key = t.key
