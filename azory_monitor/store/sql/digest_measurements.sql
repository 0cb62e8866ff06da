-- One number for all measurements ever kept, whatever the order in the file.
-- in:  nothing
-- out: digest
SELECT md5(coalesce(string_agg(md5(m), '' ORDER BY md5(m)), '')) AS digest
FROM (SELECT CAST(measurement AS VARCHAR) AS m FROM measurement)
