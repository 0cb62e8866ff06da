-- How many of the incoming rows have a row that was begun or ended after a batch?
-- in:  incoming (a table), $batch
-- out: n
SELECT count(*) AS n
FROM incoming AS i
SEMI JOIN (SELECT * FROM record WHERE from_batch > $batch OR until_batch > $batch) AS r
    ON r.kind = i.kind AND r.key = i.key
