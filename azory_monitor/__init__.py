"""A monitor of what a neighbourhood programme sets out to do, and how far it has got."""
