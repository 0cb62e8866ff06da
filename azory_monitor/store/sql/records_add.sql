-- Append rows.
-- in:  incoming (a frame), $batch
-- out: nothing
INSERT INTO record SELECT kind, key, cells, file_row, origin, $batch, NULL FROM incoming
