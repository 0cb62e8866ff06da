-- Which figures stood at a batch in places where something was begun or ended after one batch and by another?
-- in:  $batch, $after, $by
-- out: indicator, area, period, variant, value, numerator, denominator, source, note, qualifier, status, locator, spread, file_row, origin
WITH moved AS (
    SELECT DISTINCT indicator, area, period
    FROM measurement
    WHERE (from_batch > $after AND from_batch <= $by) OR (until_batch > $after AND until_batch <= $by)
)
SELECT m.indicator, m.area, m.period, m.variant, m.value, m.numerator, m.denominator, m.source, m.note, m.qualifier, m.status,
    m.locator, m.spread, m.file_row, m.origin
FROM measurement AS m
SEMI JOIN moved AS d ON m.indicator = d.indicator AND m.area = d.area AND m.period = d.period
WHERE m.from_batch <= $batch AND (m.until_batch IS NULL OR m.until_batch > $batch)
ORDER BY m.indicator, m.area, m.period, m.variant
