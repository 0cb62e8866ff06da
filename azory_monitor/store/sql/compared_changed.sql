-- The compared rows that differ from the current ones, in the order of the file; the first $most of them.
-- in:  compared, $most
-- out: every column of compared
SELECT * FROM compared WHERE found = 'changed' ORDER BY file_row LIMIT $most
