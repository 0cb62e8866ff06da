-- Append the measurements that are not there yet as they are.
-- in:  incoming, met, $batch
-- out: nothing
INSERT INTO measurement (
    indicator, area, period, variant, value, numerator, denominator, source, note, qualifier, status, locator, spread,
    file_row, origin, from_batch, until_batch
)
SELECT indicator, area, period, variant, value, numerator, denominator, source, note, qualifier, status, locator, spread,
    file_row, origin, $batch, NULL
FROM incoming AS i
ANTI JOIN (SELECT n FROM met WHERE is_same) AS m ON i.n = m.n
