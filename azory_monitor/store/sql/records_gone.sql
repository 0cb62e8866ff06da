-- Which rows of other tables were there once and are no more, and which batch took them away?
-- in:  nothing
-- out: kind, key, batch
SELECT kind, key, max(until_batch) AS batch
FROM record
GROUP BY kind, key
HAVING bool_and(until_batch IS NOT NULL)
