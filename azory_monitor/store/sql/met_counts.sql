-- How many incoming rows have the key of a current one and are the same, and how many are not?
-- in:  met (see measurements_compare, records_compare)
-- out: is_same, n
SELECT is_same, count(*) AS n FROM met GROUP BY is_same
