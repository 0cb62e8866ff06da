-- Put back the measurements that a batch ended, as they stood before it.
-- in:  $undone, $batch
-- out: nothing
INSERT INTO measurement (
    indicator, area, period, variant, value, numerator, denominator, source, note, qualifier, status, locator, spread,
    file_row, origin, from_batch, until_batch
)
SELECT indicator, area, period, variant, value, numerator, denominator, source, note, qualifier, status, locator, spread,
    file_row, origin, $batch, NULL
FROM measurement
WHERE from_batch < $undone AND until_batch = $undone
