-- One number for all other rows ever kept, whatever the order in the file.
-- in:  nothing
-- out: digest
SELECT md5(coalesce(string_agg(md5(r), '' ORDER BY md5(r)), '')) AS digest
FROM (SELECT CAST(record AS VARCHAR) AS r FROM record)
