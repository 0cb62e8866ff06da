-- How does each incoming measurement that has the key of a current one stand to it?
-- in:  incoming (a table), $first, $last (of the indicators that came in)
-- out: the temporary table met: n (of the incoming one), is_same, and where it is not old_value, old_numerator, old_denominator, old_source, old_note, old_qualifier, old_status, old_locator, old_spread
CREATE OR REPLACE TEMP TABLE met AS
WITH pair AS (
    SELECT i.n, c.value, c.numerator, c.denominator, c.source, c.note, c.qualifier, c.status, c.locator, c.spread,
        i.value IS NOT DISTINCT FROM c.value
            AND i.numerator IS NOT DISTINCT FROM c.numerator
            AND i.denominator IS NOT DISTINCT FROM c.denominator
            AND i.source = c.source AND i.note = c.note AND i.qualifier = c.qualifier
            AND i.status = c.status AND i.locator = c.locator AND i.spread IS NOT DISTINCT FROM c.spread AS is_same
    FROM incoming AS i
    JOIN (SELECT * FROM measurement WHERE until_batch IS NULL AND indicator BETWEEN $first AND $last) AS c
        ON i.indicator = c.indicator AND i.area = c.area AND i.period = c.period AND i.variant = c.variant
)
SELECT n, is_same,
    CASE WHEN NOT is_same THEN value END AS old_value,
    CASE WHEN NOT is_same THEN numerator END AS old_numerator,
    CASE WHEN NOT is_same THEN denominator END AS old_denominator,
    CASE WHEN NOT is_same THEN source END AS old_source,
    CASE WHEN NOT is_same THEN note END AS old_note,
    CASE WHEN NOT is_same THEN qualifier END AS old_qualifier,
    CASE WHEN NOT is_same THEN status END AS old_status,
    CASE WHEN NOT is_same THEN locator END AS old_locator,
    CASE WHEN NOT is_same THEN spread END AS old_spread
FROM pair
