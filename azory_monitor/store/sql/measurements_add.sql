-- Append measurements.
-- in:  incoming (a frame), $batch
-- out: nothing
INSERT INTO measurement
SELECT indicator, area, period, variant, value, numerator, denominator, source, note, qualifier, status, locator,
    file_row, origin, $batch, NULL
FROM incoming
