"""Measurements beside those that are stored already."""
