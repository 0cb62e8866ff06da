"""A monitor of what a neighbourhood programme sets out to do, and how far it has got."""

__version__ = "1.0.0"
