"""Every sentence, label and number in the reader's language.

``speaker`` speaks a language; ``sentences`` and ``alternatives`` say results in it, ``tables`` sets them out.
What is said stands in ``locale/<language>/*.po``, one file for each part of the monitor; a further language is
a further folder.
"""

from azory_monitor.words.sentences import (
    comparison_headline,
    comparison_sentence,
    count_sentence,
    error_sentence,
    hindrance_sentence,
    problem_sentence,
    progress_headline,
    progress_sentence,
    reading_sentence,
)
from azory_monitor.words.speaker import Speaker, languages, speaker, spoken_here

__all__ = [
    "Speaker",
    "comparison_headline",
    "comparison_sentence",
    "count_sentence",
    "error_sentence",
    "hindrance_sentence",
    "languages",
    "problem_sentence",
    "progress_headline",
    "progress_sentence",
    "reading_sentence",
    "speaker",
    "spoken_here",
]
