-- The index over the ledger: batches, measurements with their own columns, every other row as its cells.
-- Rows are appended and ended, never changed or removed; no keys or indexes besides (see ledger: it is the truth).

CREATE TABLE batch (
    id INTEGER NOT NULL,
    entry VARCHAR NOT NULL,       -- the ledger's line, as it stands there
    digest VARCHAR NOT NULL,      -- its SHA-256
    taken TIMESTAMP NOT NULL      -- UTC
);

CREATE TABLE measurement (
    indicator VARCHAR NOT NULL,
    area VARCHAR NOT NULL,
    period VARCHAR NOT NULL,
    variant VARCHAR NOT NULL,     -- '' for the preferred figure, its source for a conflicting one
    value DOUBLE PRECISION,
    numerator DOUBLE PRECISION,
    denominator DOUBLE PRECISION,
    source VARCHAR NOT NULL,
    note VARCHAR NOT NULL,        -- texts by language, as JSON; '' for none
    qualifier VARCHAR NOT NULL,
    status VARCHAR NOT NULL,
    locator VARCHAR NOT NULL,
    file_row INTEGER NOT NULL,    -- in the file of the batch that handed it in, as the spreadsheet counts
    origin INTEGER NOT NULL,      -- the batch that handed it in
    from_batch INTEGER NOT NULL,
    until_batch INTEGER           -- empty: current
);

CREATE TABLE record (
    kind VARCHAR NOT NULL,        -- the table of the data package
    key VARCHAR NOT NULL,
    cells VARCHAR NOT NULL,       -- the row's cells as JSON, keys sorted, empty ones left out
    file_row INTEGER NOT NULL,
    origin INTEGER NOT NULL,
    from_batch INTEGER NOT NULL,
    until_batch INTEGER
);
