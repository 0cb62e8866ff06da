-- In which batches, up to one, did rows of some tables come, change or go?
-- in:  incoming (a table: kind), $batch
-- out: batch
SELECT DISTINCT batch
FROM (
    SELECT r.from_batch AS batch FROM record AS r SEMI JOIN incoming AS i ON r.kind = i.kind
    UNION ALL
    SELECT r.until_batch AS batch FROM record AS r SEMI JOIN incoming AS i ON r.kind = i.kind
)
WHERE batch <= $batch
ORDER BY batch
