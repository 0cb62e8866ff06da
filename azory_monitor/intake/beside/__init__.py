"""What a file brings beside what is stored already."""
