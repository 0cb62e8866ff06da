-- How many of the compared rows are new, changed, unchanged?
-- in:  compared (see measurements_compare, records_compare)
-- out: found, n
SELECT found, count(*) AS n FROM compared GROUP BY found
