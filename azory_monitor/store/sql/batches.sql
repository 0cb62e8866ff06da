-- Which batches does the database hold?
-- in:  nothing
-- out: id, entry, digest, taken
SELECT id, entry, digest, taken FROM batch ORDER BY id
