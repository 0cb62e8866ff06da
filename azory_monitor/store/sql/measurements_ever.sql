-- Which versions of the measurements of some indicators had there been by a batch, and from which batch until which did each stand?
-- in:  incoming (a table: indicator), $batch
-- out: indicator, area, period, variant, value, numerator, denominator, source, note, qualifier, status, locator, spread, file_row, origin, from_batch, until_batch
SELECT m.indicator, m.area, m.period, m.variant, m.value, m.numerator, m.denominator, m.source, m.note, m.qualifier,
    m.status, m.locator, m.spread, m.file_row, m.origin, m.from_batch, m.until_batch
FROM measurement AS m
SEMI JOIN incoming AS i ON m.indicator = i.indicator
WHERE m.from_batch <= $batch
ORDER BY m.indicator, m.area, m.period, m.variant, m.from_batch
