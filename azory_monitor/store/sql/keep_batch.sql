-- Note a batch.
-- in:  $id, $entry, $digest, $taken
-- out: nothing
INSERT INTO batch VALUES ($id, $entry, $digest, $taken)
