-- The first $most of the current rows of the incoming file's tables that are not in it.
-- in:  incoming, $first, $last (of the tables that they lie in), $most
-- out: kind, key
SELECT c.kind, c.key
FROM (SELECT * FROM record WHERE until_batch IS NULL AND kind BETWEEN $first AND $last) AS c
SEMI JOIN incoming AS s ON c.kind = s.kind
ANTI JOIN incoming AS i ON c.kind = i.kind AND c.key = i.key
ORDER BY ALL
LIMIT $most
