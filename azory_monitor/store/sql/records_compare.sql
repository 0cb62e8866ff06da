-- How does each incoming row stand to the current one of its key?
-- in:  incoming (a table)
-- out: the temporary table compared: every column of incoming, found ('new', 'changed', 'unchanged'), old_cells
CREATE OR REPLACE TEMP TABLE compared AS
SELECT i.*,
    CASE WHEN c.key IS NULL THEN 'new' WHEN i.cells = c.cells THEN 'unchanged' ELSE 'changed' END AS found,
    c.cells AS old_cells
FROM incoming AS i
LEFT JOIN (SELECT * FROM record WHERE until_batch IS NULL) AS c ON i.kind = c.kind AND i.key = c.key
