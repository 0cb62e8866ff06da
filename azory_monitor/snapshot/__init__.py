"""One frozen state out: as a data package, an offline page, CSV.  The same state gives the same bytes."""
