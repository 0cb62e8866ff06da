-- With which batch did each preferred value first come in, of those that had come by a batch?
-- in:  $batch
-- out: indicator, area, period, batch
SELECT indicator, area, period, min(from_batch) AS batch
FROM measurement
WHERE from_batch <= $batch AND variant = '' AND status <> 'missing'
GROUP BY indicator, area, period
ORDER BY indicator, area, period
