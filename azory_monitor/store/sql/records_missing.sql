-- How many current rows of the incoming file's tables are not in it?
-- in:  incoming, $first, $last (of the tables that came in)
-- out: the temporary table missing: part (the table), n
CREATE OR REPLACE TEMP TABLE missing AS
SELECT c.kind AS part, count(*) AS n
FROM (SELECT * FROM record WHERE until_batch IS NULL AND kind BETWEEN $first AND $last) AS c
SEMI JOIN incoming AS s ON c.kind = s.kind
ANTI JOIN incoming AS i ON c.kind = i.kind AND c.key = i.key
GROUP BY c.kind
