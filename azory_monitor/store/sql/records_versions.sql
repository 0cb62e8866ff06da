-- Which states has a row of another table had, and from which batch until which did each stand?
-- in:  $kind, $key, $batch
-- out: kind, key, cells, file_row, origin, from_batch, until_batch
SELECT kind, key, cells, file_row, origin, from_batch, until_batch
FROM record
WHERE kind = $kind AND key = $key AND from_batch <= $batch
ORDER BY from_batch
