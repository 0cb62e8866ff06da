-- How many rows are missing, by what they are kept in the order of?
-- in:  missing (see measurements_missing, records_missing)
-- out: part, n
SELECT part, CAST(sum(n) AS BIGINT) AS n FROM missing GROUP BY part ORDER BY part
