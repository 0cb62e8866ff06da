-- With which batch did each preferred value of some areas first come in, of those that had come by a batch?
-- in:  incoming (a table: area), $batch
-- out: indicator, area, period, batch
SELECT m.indicator, m.area, m.period, min(m.from_batch) AS batch
FROM measurement AS m
SEMI JOIN incoming AS i ON m.area = i.area
WHERE m.from_batch <= $batch AND m.variant = '' AND m.status <> 'missing'
GROUP BY m.indicator, m.area, m.period
ORDER BY m.indicator, m.area, m.period
