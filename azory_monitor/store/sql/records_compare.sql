-- How does each incoming row that has the key of a current one stand to it?
-- in:  incoming (a table), $first, $last (of the tables that came in)
-- out: the temporary table met: n (of the incoming one), is_same, old_cells
CREATE OR REPLACE TEMP TABLE met AS
SELECT i.n, i.cells = c.cells AS is_same, c.cells AS old_cells
FROM incoming AS i
JOIN (SELECT * FROM record WHERE until_batch IS NULL AND kind BETWEEN $first AND $last) AS c ON i.kind = c.kind AND i.key = c.key
