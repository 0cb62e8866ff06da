-- Which current measurements belong to a series of the incoming file but are not in it?  A series is what one source says of an indicator in an area; a file that replaces a figure of a source speaks for that source too.
-- in:  incoming, met, $first, $last (of the indicators that came in)
-- out: the temporary table missing: indicator, area, period, variant
CREATE OR REPLACE TEMP TABLE missing AS
WITH series AS (
    SELECT DISTINCT indicator, area, source FROM incoming
    UNION SELECT DISTINCT i.indicator, i.area, m.old_source
    FROM (SELECT * FROM met WHERE NOT is_same) AS m JOIN incoming AS i USING (n)
)
SELECT c.indicator, c.area, c.period, c.variant
FROM (SELECT * FROM measurement WHERE until_batch IS NULL AND indicator BETWEEN $first AND $last) AS c
SEMI JOIN series AS s ON c.indicator = s.indicator AND c.area = s.area AND c.source = s.source
ANTI JOIN incoming AS i ON c.indicator = i.indicator AND c.area = i.area AND c.period = i.period AND c.variant = i.variant
