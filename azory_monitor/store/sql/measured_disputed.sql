-- Which figures of some indicators stood at a batch in series of which sources said different things?
-- in:  incoming (a table: indicator), $batch
-- out: indicator, area, period, variant, value, numerator, denominator, source, note, qualifier, status, locator, spread, file_row, origin
FROM measurement AS m
SEMI JOIN (
    SELECT DISTINCT indicator, area
    FROM measurement
    WHERE status = 'conflicting' AND from_batch <= $batch AND (until_batch IS NULL OR until_batch > $batch)
      AND indicator IN (SELECT indicator FROM incoming)
) AS d ON m.indicator = d.indicator AND m.area = d.area
WHERE m.from_batch <= $batch AND (m.until_batch IS NULL OR m.until_batch > $batch)
ORDER BY m.indicator, m.area, m.period, m.variant
