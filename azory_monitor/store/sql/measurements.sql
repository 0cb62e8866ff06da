-- What was measured, as the monitor knew it at a batch?
-- in:  $batch
-- out: indicator, area, period, variant, value, numerator, denominator, source, note, qualifier, status, locator, spread, file_row, origin
SELECT indicator, area, period, variant, value, numerator, denominator, source, note, qualifier, status, locator, spread, file_row, origin
FROM measurement
WHERE from_batch <= $batch AND (until_batch IS NULL OR until_batch > $batch)
ORDER BY indicator, area, period, variant
