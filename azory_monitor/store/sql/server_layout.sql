-- Said to a PostgreSQL server in its own words, once the tables are made: text is compared letter by letter as DuckDB does, whatever the server's language, and no batch can come in twice.
-- in:  nothing
-- out: nothing
DO $$
DECLARE
    found record;
BEGIN
    FOR found IN
        SELECT table_name, column_name FROM information_schema.columns
        WHERE table_schema = current_schema() AND data_type = 'character varying' AND collation_name IS DISTINCT FROM 'C'
    LOOP
        EXECUTE format('ALTER TABLE %I ALTER COLUMN %I TYPE varchar COLLATE "C"', found.table_name, found.column_name);
    END LOOP;
END $$;
CREATE UNIQUE INDEX IF NOT EXISTS batch_once ON batch (id);
