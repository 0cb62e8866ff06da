-- Can every cell of the table be read?
-- in:  nothing
-- out: nothing that means anything
SELECT bit_xor(hash(measurement)) AS read FROM measurement
