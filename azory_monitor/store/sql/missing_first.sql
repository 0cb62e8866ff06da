-- The first $most of the missing rows.
-- in:  missing, $most
-- out: every column of missing
SELECT * FROM missing ORDER BY ALL LIMIT $most
