-- The incoming rows that differ from the current ones, in the order of the file; the first $most of them.
-- in:  incoming, met, $most
-- out: every column of incoming and of met
SELECT * FROM incoming JOIN (SELECT * FROM met WHERE NOT is_same) AS m USING (n) ORDER BY file_row, n LIMIT $most
