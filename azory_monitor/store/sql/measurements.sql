-- What was measured, as the monitor knew it at a batch?  Empty $indicator or $area: all.
-- in:  $batch, $indicator, $area
-- out: indicator, area, period, variant, value, numerator, denominator, source, note, qualifier, status, locator, spread, file_row, origin
SELECT indicator, area, period, variant, value, numerator, denominator, source, note, qualifier, status, locator, spread, file_row, origin
FROM measurement
WHERE from_batch <= $batch AND (until_batch IS NULL OR until_batch > $batch)
  AND ($indicator = '' OR indicator = $indicator)
  AND ($area = '' OR area = $area)
ORDER BY indicator, area, period, variant
