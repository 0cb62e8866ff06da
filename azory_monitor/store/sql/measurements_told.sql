-- Which series does the incoming file speak of?  A series is what one source says of an indicator in an area; a file that replaces a figure of a source speaks for that source too.
-- in:  incoming, met
-- out: the temporary table told: indicator, area, source
CREATE OR REPLACE TEMP TABLE told AS
SELECT indicator, area, source FROM incoming
UNION
SELECT i.indicator, i.area, m.old_source
FROM incoming AS i
JOIN (SELECT n, old_source FROM met WHERE NOT is_same) AS m ON i.n = m.n AND i.source <> m.old_source
