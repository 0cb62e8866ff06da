-- Are the tables there, with their columns?
-- in:  nothing
-- out: nothing that means anything
SELECT b.id FROM batch AS b, measurement AS m, record AS r
WHERE b.id = 0 AND m.from_batch = 0 AND r.from_batch = 0
  AND m.spread = 0 AND m.until_batch = 0 AND r.cells = '' AND b.entry = ''
