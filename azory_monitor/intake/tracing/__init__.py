"""One row of a file that was kept, read once more: in which cells it stands, how they became values."""
