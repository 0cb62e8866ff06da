-- How many rows are missing?
-- in:  missing (see measurements_missing, records_missing)
-- out: n
SELECT count(*) AS n FROM missing
