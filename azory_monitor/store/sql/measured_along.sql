-- Which figures of some indicators in some areas were known at a batch?
-- in:  incoming (a table: indicator, area), $batch
-- out: indicator, area, period, variant, value, numerator, denominator, source, note, qualifier, status, locator, spread, file_row, origin
SELECT m.indicator, m.area, m.period, m.variant, m.value, m.numerator, m.denominator, m.source, m.note, m.qualifier, m.status,
    m.locator, m.spread, m.file_row, m.origin
FROM measurement AS m
SEMI JOIN incoming AS i ON m.indicator = i.indicator AND m.area = i.area
WHERE m.from_batch <= $batch AND (m.until_batch IS NULL OR m.until_batch > $batch)
ORDER BY m.indicator, m.area, m.period, m.variant
