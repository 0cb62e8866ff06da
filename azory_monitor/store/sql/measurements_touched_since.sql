-- How many of the incoming measurements have a row that was begun or ended after a batch?
-- in:  incoming (a table), $batch
-- out: n
SELECT count(*) AS n
FROM incoming AS i
SEMI JOIN (SELECT * FROM measurement WHERE from_batch > $batch OR until_batch > $batch) AS m
    ON m.indicator = i.indicator AND m.area = i.area AND m.period = i.period AND m.variant = i.variant
