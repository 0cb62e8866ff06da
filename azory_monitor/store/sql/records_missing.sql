-- Which current rows of the incoming file's tables are not in it?
-- in:  incoming, $first, $last (of the tables that came in)
-- out: the temporary table missing: kind, key
CREATE OR REPLACE TEMP TABLE missing AS
SELECT c.kind, c.key
FROM (SELECT * FROM record WHERE until_batch IS NULL AND kind BETWEEN $first AND $last) AS c
SEMI JOIN incoming AS s ON c.kind = s.kind
ANTI JOIN incoming AS i ON c.kind = i.kind AND c.key = i.key
