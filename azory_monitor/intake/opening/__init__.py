"""Bytes become a grid of texts: what kind of file it is, and every cell as it stands there."""
