-- A mean comes with the standard deviation of what it is a mean of, so that its interval can be given.

ALTER TABLE measurement ADD COLUMN spread DOUBLE PRECISION;
