-- Put back the rows as they stood before a batch.
-- in:  $undone, $batch
-- out: nothing
INSERT INTO record
SELECT b.kind, b.key, b.cells, b.file_row, b.origin, $batch, NULL
FROM record AS b
SEMI JOIN (SELECT * FROM record WHERE from_batch = $undone OR until_batch = $undone) AS t ON b.kind = t.kind AND b.key = t.key
WHERE b.from_batch < $undone AND (b.until_batch IS NULL OR b.until_batch >= $undone)
