-- Which batch was the last one at a moment?
-- in:  $moment
-- out: id
SELECT max(id) AS id FROM batch WHERE taken <= $moment
