-- How does each incoming measurement stand to the current one of its key?
-- in:  incoming (a table)
-- out: the temporary table compared: every column of incoming, found ('new', 'changed', 'unchanged'), old_value, old_numerator, old_denominator, old_source, old_note, old_qualifier, old_status, old_locator, old_spread
CREATE OR REPLACE TEMP TABLE compared AS
SELECT i.*,
    CASE
        WHEN c.indicator IS NULL THEN 'new'
        WHEN i.value IS NOT DISTINCT FROM c.value
            AND i.numerator IS NOT DISTINCT FROM c.numerator
            AND i.denominator IS NOT DISTINCT FROM c.denominator
            AND i.source = c.source AND i.note = c.note AND i.qualifier = c.qualifier
            AND i.status = c.status AND i.locator = c.locator AND i.spread IS NOT DISTINCT FROM c.spread THEN 'unchanged'
        ELSE 'changed'
    END AS found,
    c.value AS old_value, c.numerator AS old_numerator, c.denominator AS old_denominator, c.source AS old_source,
    c.note AS old_note, c.qualifier AS old_qualifier, c.status AS old_status, c.locator AS old_locator,
    c.spread AS old_spread
FROM incoming AS i
LEFT JOIN (SELECT * FROM measurement WHERE until_batch IS NULL) AS c
    ON i.indicator = c.indicator AND i.area = c.area AND i.period = c.period AND i.variant = c.variant
