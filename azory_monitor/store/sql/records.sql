-- Which rows did the other tables hold at a batch?
-- in:  $batch
-- out: kind, key, cells, file_row, origin, from_batch
SELECT kind, key, cells, file_row, origin, from_batch
FROM record
WHERE from_batch <= $batch AND (until_batch IS NULL OR until_batch > $batch)
ORDER BY kind, origin, file_row, key
