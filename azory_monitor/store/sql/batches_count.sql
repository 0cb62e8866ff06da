-- How many batches does the database hold?
-- in:  nothing
-- out: batches
SELECT count(*) AS batches FROM batch
