"""Every text read once, every row against the programme and the others; what is wrong is told."""
