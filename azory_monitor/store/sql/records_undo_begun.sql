-- End what a batch began and still stands.
-- in:  $undone, $batch
-- out: nothing
UPDATE record SET until_batch = $batch WHERE until_batch IS NULL AND from_batch = $undone
