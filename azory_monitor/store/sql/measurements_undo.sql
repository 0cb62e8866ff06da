-- Put back the measurements as they stood before a batch.
-- in:  $undone, $batch
-- out: nothing
INSERT INTO measurement (
    indicator, area, period, variant, value, numerator, denominator, source, note, qualifier, status, locator, spread,
    file_row, origin, from_batch, until_batch
)
SELECT indicator, area, period, variant, value, numerator, denominator, source, note, qualifier, status, locator, spread,
    file_row, origin, $batch, NULL
FROM measurement AS b
SEMI JOIN (SELECT * FROM measurement WHERE from_batch = $undone OR until_batch = $undone) AS t
    ON b.indicator = t.indicator AND b.area = t.area AND b.period = t.period AND b.variant = t.variant
WHERE b.from_batch < $undone AND (b.until_batch IS NULL OR b.until_batch >= $undone)
