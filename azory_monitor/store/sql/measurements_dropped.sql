-- Which periods has a new edition lost?  A file that brings several periods of an indicator, and repeats at least one that is stored, is a new edition of what its source says of it; a period that it has in no area is lost.
-- in:  compared, missing
-- out: period
WITH edition AS (
    SELECT indicator FROM compared
    GROUP BY indicator
    HAVING count(DISTINCT period) > 1 AND bool_or(found <> 'new')
)
SELECT DISTINCT m.period
FROM missing AS m
SEMI JOIN edition AS e ON m.indicator = e.indicator
ANTI JOIN compared AS i ON m.indicator = i.indicator AND m.period = i.period
