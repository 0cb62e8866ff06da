-- Append measurements.
-- in:  incoming (a frame), $batch
-- out: nothing
INSERT INTO measurement (
    indicator, area, period, variant, value, numerator, denominator, source, note, qualifier, status, locator, spread,
    file_row, origin, from_batch, until_batch
)
SELECT indicator, area, period, variant, value, numerator, denominator, source, note, qualifier, status, locator, spread,
    file_row, origin, $batch, NULL
FROM incoming
