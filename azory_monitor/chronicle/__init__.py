"""The road so far, told from the register: what happened and what was planned, how the challenges are met, the words.

Each entry point takes the programme, and what was judged elsewhere, and hands back frozen results.
"""

from azory_monitor.chronicle.challenges import challenges, matrix, without_outcome
from azory_monitor.chronicle.glossary import find_terms
from azory_monitor.chronicle.journey import by_year, journey, steps

__all__ = ["by_year", "challenges", "find_terms", "journey", "matrix", "steps", "without_outcome"]
