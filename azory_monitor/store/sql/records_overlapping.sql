-- Which rows of the other tables have two states at the same time?
-- in:  nothing
-- out: key, of the first that has
SELECT concat_ws(' ', kind, key) AS key
FROM (
    SELECT kind, key, until_batch, from_batch,
        lead(from_batch) OVER (PARTITION BY kind, key ORDER BY from_batch, until_batch) AS next
    FROM record
)
WHERE until_batch <= from_batch OR next < coalesce(until_batch, next + 1)
ORDER BY 1
LIMIT 1
