"""Readers of spreadsheets that run in a process of their own, because a hostile file can abort or choke its reader.

The folder is run as a program, ``python -I apart KIND MEMORY CPU CELLS``, with the file on standard input, so its
modules find each other by their plain names and know nothing of the package around them.
"""
