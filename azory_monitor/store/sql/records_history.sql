-- Which states has a row of a table had, or every row of it, whether they still stand or not?
-- in:  $kind, $key ('' for every row of the table), $batch
-- out: key, cells, origin; one for each state that a batch handed in
SELECT DISTINCT key, cells, origin
FROM record
WHERE kind = $kind AND ($key = '' OR key = $key) AND from_batch <= $batch
ORDER BY origin, key
