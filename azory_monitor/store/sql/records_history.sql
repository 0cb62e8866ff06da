-- Which rows of one table did each batch bring, up to a batch, whether they still stand or not?
-- in:  $kind, $batch
-- out: key, cells, from_batch
SELECT key, cells, from_batch
FROM record
WHERE kind = $kind AND from_batch <= $batch
ORDER BY from_batch, file_row, key
