-- Which figures of some indicators, areas and periods were known at a batch?
-- in:  incoming (a table: indicator, area, period), $batch
-- The periods and the areas by themselves leave few rows of millions before three texts of each are compared.
-- out: indicator, area, period, variant, value, numerator, denominator, source, note, qualifier, status, locator, spread, file_row, origin
SELECT m.indicator, m.area, m.period, m.variant, m.value, m.numerator, m.denominator, m.source, m.note, m.qualifier, m.status,
    m.locator, m.spread, m.file_row, m.origin
FROM measurement AS m
SEMI JOIN (SELECT DISTINCT period FROM incoming) AS p ON m.period = p.period
SEMI JOIN (SELECT DISTINCT area FROM incoming) AS a ON m.area = a.area
SEMI JOIN incoming AS i ON m.indicator = i.indicator AND m.area = i.area AND m.period = i.period
WHERE m.from_batch <= $batch AND (m.until_batch IS NULL OR m.until_batch > $batch)
ORDER BY m.indicator, m.area, m.period, m.variant
