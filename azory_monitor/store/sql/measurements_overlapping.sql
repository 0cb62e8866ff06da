-- Which measurements have two states at the same time?
-- in:  nothing
-- out: key, of the first that has
SELECT concat_ws(' ', indicator, area, period, variant) AS key
FROM (
    SELECT indicator, area, period, variant, until_batch, from_batch,
        lead(from_batch) OVER (PARTITION BY indicator, area, period, variant ORDER BY from_batch, until_batch) AS next
    FROM measurement
)
WHERE until_batch <= from_batch OR next < coalesce(until_batch, next + 1)
ORDER BY key
LIMIT 1
