-- Can every cell of the table be read?
-- in:  nothing
-- out: nothing that means anything
SELECT bit_xor(hash(record)) AS read FROM record
