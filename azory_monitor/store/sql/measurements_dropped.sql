-- Which periods has a new edition lost?  A file that brings several periods of an indicator, and repeats at least one that is stored, is a new edition of what its source says of it; a period that it has in no area is lost.
-- in:  incoming, met, missing
-- out: period
WITH edition AS (
    SELECT i.indicator FROM incoming AS i
    SEMI JOIN (SELECT r.indicator FROM met AS m JOIN incoming AS r USING (n)) AS again ON i.indicator = again.indicator
    GROUP BY i.indicator
    HAVING count(DISTINCT i.period) > 1
)
SELECT DISTINCT m.period
FROM missing AS m
SEMI JOIN edition AS e ON m.part = e.indicator
ANTI JOIN incoming AS i ON m.part = i.indicator AND m.period = i.period
