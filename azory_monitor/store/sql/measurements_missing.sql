-- How many current measurements of the series that the incoming file speaks of are not in it?  All that are of one, less those that an incoming one has met.
-- in:  incoming, met, told, $first, $last (of the indicators that came in)
-- out: the temporary table missing: part (the indicator), period, n
CREATE OR REPLACE TEMP TABLE missing AS
WITH standing AS (
    SELECT c.indicator, c.period, count(*) AS n
    FROM (SELECT * FROM measurement WHERE until_batch IS NULL AND indicator BETWEEN $first AND $last) AS c
    SEMI JOIN told AS t ON c.indicator = t.indicator AND c.area = t.area AND c.source = t.source
    GROUP BY c.indicator, c.period
),
again AS (
    SELECT i.indicator, i.period, count(*) AS n FROM incoming AS i SEMI JOIN met USING (n) GROUP BY i.indicator, i.period
)
SELECT s.indicator AS part, s.period, s.n - coalesce(a.n, 0) AS n
FROM standing AS s
LEFT JOIN again AS a ON s.indicator = a.indicator AND s.period = a.period
WHERE s.n > coalesce(a.n, 0)
