-- In which series did a batch begin or end measurements: did one stand before it, and which batch has changed it since?
-- in:  $batch
-- out: indicator, area, was, standing
WITH touched AS (
    SELECT DISTINCT indicator, area, period, variant FROM measurement WHERE from_batch = $batch OR until_batch = $batch
),
known AS (SELECT m.* FROM measurement AS m SEMI JOIN touched USING (indicator, area, period, variant))
SELECT DISTINCT t.indicator, t.area, b.indicator IS NOT NULL AS was,
    CASE
        WHEN a.origin IS NOT DISTINCT FROM n.origin AND a.file_row IS NOT DISTINCT FROM n.file_row THEN NULL
        ELSE (SELECT max(greatest(k.from_batch, coalesce(k.until_batch, 0))) FROM known AS k
              WHERE k.indicator = t.indicator AND k.area = t.area AND k.period = t.period AND k.variant = t.variant)
    END AS standing
FROM touched AS t
LEFT JOIN (SELECT * FROM known WHERE from_batch < $batch AND (until_batch IS NULL OR until_batch >= $batch)) AS b USING (indicator, area, period, variant)
LEFT JOIN (SELECT * FROM known WHERE from_batch <= $batch AND (until_batch IS NULL OR until_batch > $batch)) AS a USING (indicator, area, period, variant)
LEFT JOIN (SELECT * FROM known WHERE until_batch IS NULL) AS n USING (indicator, area, period, variant)
ORDER BY ALL
