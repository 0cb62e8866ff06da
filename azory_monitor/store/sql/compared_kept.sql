-- What is to be kept of the compared rows becomes the incoming rows.
-- in:  compared
-- out: incoming (a temporary view)
CREATE OR REPLACE TEMP VIEW incoming AS SELECT * FROM compared WHERE found <> 'unchanged'
