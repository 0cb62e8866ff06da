-- Which states has a measurement had, the figures beside it included, and from which batch until which did each stand?
-- in:  $indicator, $area, $period, $batch
-- out: indicator, area, period, variant, value, numerator, denominator, source, note, qualifier, status, locator, spread, file_row, origin, from_batch, until_batch
SELECT indicator, area, period, variant, value, numerator, denominator, source, note, qualifier, status, locator, spread, file_row, origin, from_batch, until_batch
FROM measurement
WHERE indicator = $indicator AND area = $area AND period = $period AND from_batch <= $batch
ORDER BY from_batch, variant
