-- Which printed values at a batch lie further from what their counts give than rounding to their own decimals explains?  Some that it does explain are among them: the rule is told elsewhere.
-- in:  incoming (a table: indicator, per), $batch
-- out: indicator, area, period, variant, value, numerator, denominator, source, note, qualifier, status, locator, spread, file_row, origin
WITH known AS (
    SELECT m.*, abs(i.per * m.numerator / m.denominator - m.value) AS apart
    FROM measurement AS m
    JOIN incoming AS i ON m.indicator = i.indicator
    WHERE m.from_batch <= $batch AND (m.until_batch IS NULL OR m.until_batch > $batch)
      AND m.value IS NOT NULL AND m.numerator IS NOT NULL AND m.denominator > 0
)
SELECT m.indicator, m.area, m.period, m.variant, m.value, m.numerator, m.denominator, m.source, m.note, m.qualifier, m.status,
    m.locator, m.spread, m.file_row, m.origin
FROM known AS m
WHERE apart > 0.4999 * CASE
    WHEN value = round(value, 0) THEN 1
    WHEN value = round(value, 1) THEN 1e-1
    WHEN value = round(value, 2) THEN 1e-2
    WHEN value = round(value, 3) THEN 1e-3
    ELSE 0
END
ORDER BY m.indicator, m.area, m.period, m.variant
