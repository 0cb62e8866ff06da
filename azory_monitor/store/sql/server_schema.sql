-- Is there a schema of that name on the server, with a layout of ours?
-- in:  $schema
-- out: n, 1 or 0
SELECT count(*) AS n
FROM city.information_schema.tables
WHERE table_schema = $schema AND table_name = 'schema_version'
