-- Which printed values at a batch lie further from what their counts give than rounding to their own decimals explains?  Some that it does explain are among them: the rule is told elsewhere.
-- in:  incoming (a table: indicator, per), $batch
-- out: indicator, area, period, variant, value, numerator, denominator, source, note, qualifier, status, locator, spread, file_row, origin
FROM measurement AS m
JOIN incoming AS i ON m.indicator = i.indicator
WHERE m.from_batch <= $batch AND (m.until_batch IS NULL OR m.until_batch > $batch)
  AND m.value IS NOT NULL AND m.numerator IS NOT NULL AND m.denominator > 0
  AND abs(i.per * m.numerator / m.denominator - m.value) > 0.4999 * CASE
    WHEN m.value = round(m.value, 0) THEN 1
    WHEN m.value = round(m.value, 1) THEN 1e-1
    WHEN m.value = round(m.value, 2) THEN 1e-2
    WHEN m.value = round(m.value, 3) THEN 1e-3
    ELSE 0
  END
ORDER BY m.indicator, m.area, m.period, m.variant
