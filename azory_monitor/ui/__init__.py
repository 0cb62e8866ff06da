"""The screen: a page opens, asks, has the state answer, and shows.

Nothing is imported here: a page takes each part from its own module, and so loads what it shows and nothing else.
"""
