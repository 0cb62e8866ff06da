"""What kind of table it is, and what each of its columns holds."""
