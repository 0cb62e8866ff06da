-- The comparison is over.
-- in:  incoming (a temporary view), compared
-- out: nothing
DROP VIEW incoming; DROP TABLE compared;
