"""The columns and rows that are meant, one row for each value."""
