-- For each key that a batch began or ended: what stood before it, and which batch has changed it since?
-- in:  $batch
-- out: kind, key, was, is_now, cells, file_row, origin, standing
WITH touched AS (SELECT DISTINCT kind, key FROM record WHERE from_batch = $batch OR until_batch = $batch),
known AS (SELECT r.* FROM record AS r SEMI JOIN touched USING (kind, key))
SELECT t.*,
    b.key IS NOT NULL AS was, n.key IS NOT NULL AS is_now, b.cells, b.file_row, b.origin,
    CASE
        WHEN a.origin IS NOT DISTINCT FROM n.origin AND a.file_row IS NOT DISTINCT FROM n.file_row THEN NULL
        ELSE (SELECT max(greatest(k.from_batch, coalesce(k.until_batch, 0))) FROM known AS k
              WHERE k.kind = t.kind AND k.key = t.key)
    END AS standing
FROM touched AS t
LEFT JOIN (SELECT kind, key, cells, file_row, origin FROM known WHERE from_batch < $batch AND (until_batch IS NULL OR until_batch >= $batch)) AS b USING (kind, key)
LEFT JOIN (SELECT kind, key, file_row, origin FROM known WHERE from_batch <= $batch AND (until_batch IS NULL OR until_batch > $batch)) AS a USING (kind, key)
LEFT JOIN (SELECT kind, key, file_row, origin FROM known WHERE until_batch IS NULL) AS n USING (kind, key)
ORDER BY t.kind, t.key
