-- Which figures stood at a batch in series of which sources said different things?
-- in:  $batch
-- out: indicator, area, period, variant, value, numerator, denominator, source, note, qualifier, status, locator, spread, file_row, origin
WITH known AS (SELECT * FROM measurement WHERE from_batch <= $batch AND (until_batch IS NULL OR until_batch > $batch)),
disputed AS (SELECT DISTINCT indicator, area FROM known WHERE status = 'conflicting')
SELECT m.indicator, m.area, m.period, m.variant, m.value, m.numerator, m.denominator, m.source, m.note, m.qualifier, m.status,
    m.locator, m.spread, m.file_row, m.origin
FROM known AS m
SEMI JOIN disputed AS d ON m.indicator = d.indicator AND m.area = d.area
ORDER BY m.indicator, m.area, m.period, m.variant
