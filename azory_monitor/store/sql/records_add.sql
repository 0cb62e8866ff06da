-- Append the rows that are not there yet as they are.
-- in:  incoming, met, $batch
-- out: nothing
INSERT INTO record
SELECT kind, key, cells, file_row, origin, $batch, NULL
FROM incoming AS i
ANTI JOIN (SELECT n FROM met WHERE is_same) AS m ON i.n = m.n
